import { isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js";
import { isE164 } from "../../functions/shared/phoneNumber";

/**
 * Whether keys are a number that can be called: as it is dialled in `country` (two letters), or, where that is null, in E.164
 * with or without its plus sign, which no phone has a key for.
 */
export function isCallableNumber(keys: string, country: string | null): boolean {
  if (country === null) return isE164(keys.startsWith("+") ? keys : `+${keys}`);
  return isSupportedCountry(country) && parsePhoneNumberFromString(keys, country)?.isPossible() === true;
}
