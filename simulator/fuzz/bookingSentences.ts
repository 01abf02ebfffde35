import type { Knowledge } from "../../functions/shared/knowledge";
import { speakStart } from "../../functions/shared/speakable";

/** A sentence of the business about a booking, as the program fills it in; written here a second time, so that both must agree. */
export function filledIn(
  sentence: string,
  booking: { readonly service: string; readonly start: string; readonly name: string },
  { business, services }: Knowledge,
): string {
  const { service, start, name } = booking;
  return sentence
    .replaceAll("{service}", services.find(({ id }) => id === service)?.name ?? service)
    .replaceAll("{start}", speakStart(start, business.languages[0] ?? "en-US"))
    .replaceAll("{name}", name);
}
