import { isSupportedCountry, parsePhoneNumberFromString, validatePhoneNumberLength } from "libphonenumber-js";

/**
 * True for `+15035550100`: a plus sign and digits only, with a country code that exists and a length that is possible there.
 * Whether the number is given to anybody is not asked: numbers for examples and tests are none.
 */
export function isE164(text: string): boolean {
  return /^\+[1-9]\d{6,14}$/.test(text) && e164Of(text) === text;
}

/** `+1 (503) 555-0100` as `+15035550100`; null where it is no international number. */
export function e164Of(text: string): string | null {
  const number = parsePhoneNumberFromString(text);
  return number?.isPossible() === true && number.ext === undefined ? number.number : null;
}

/** A number as people write it: `(503) 555-0100` for somebody in `near`'s country, `+1 503 555 0100` for others. Both E.164. */
export function writtenNumber(number: string, near: string | null = null): string {
  const parsed = parsePhoneNumberFromString(number);
  if (parsed === undefined) return number;
  const isNear = near !== null && parsePhoneNumberFromString(near)?.countryCallingCode === parsed.countryCallingCode;
  return isNear ? parsed.formatNational() : parsed.formatInternational();
}

/** A number digit by digit in its groups, as a voice should say it: `5 0 3, 5 5 5, 0 1 0 0`. Arguments as for `writtenNumber`. */
export function spokenNumber(number: string, near: string | null = null): string {
  const groups = writtenNumber(number, near).match(/\+|\d+/g) ?? [];
  return groups
    .map((group) => (group === "+" ? "plus" : [...group].join(" ")))
    .join(", ")
    .replace("plus, ", "plus ");
}

/** How far a number has come: `part` where nobody's number is so short, `whole` where one more digit would be too many. */
export function numberSoFar(digits: string, near: string): "part" | "possible" | "whole" {
  // A number after a plus sign or a country's code is not known from its length here.
  const country = parsePhoneNumberFromString(near)?.country ?? "US";
  const isPossible = (text: string) => validatePhoneNumberLength(text, country) === undefined;
  if (!isPossible(digits)) return validatePhoneNumberLength(digits, country) === "TOO_LONG" ? "whole" : "part";
  return isPossible(`${digits}0`) || isPossible(`${digits}00`) ? "possible" : "whole";
}

/**
 * Whether keys are a number that can be called: as it is dialled in `country` (two letters), or, where that is null, in E.164
 * with or without its plus sign, which no phone has a key for.
 */
export function isCallableNumber(keys: string, country: string | null): boolean {
  if (country === null) return isE164(keys.startsWith("+") ? keys : `+${keys}`);
  return isSupportedCountry(country) && parsePhoneNumberFromString(keys, country)?.isPossible() === true;
}

/** Keys as they are dialled where `near` (E.164) is, in E.164: `5035550123`, `0113531555123`. Null where they are no number. */
export function dialledNumber(keys: string, near: string): string | null {
  const country = parsePhoneNumberFromString(near)?.country ?? "US";
  const number = /^\+?\d+$/.test(keys) ? parsePhoneNumberFromString(keys, country) : undefined;
  return number?.isPossible() === true ? number.number : null;
}
