import { parsePhoneNumberFromString } from "libphonenumber-js";

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
