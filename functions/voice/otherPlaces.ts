import type { Faq, Knowledge } from "../shared/knowledge";
import { addressesIn } from "../shared/secrets/addresses";
import { numbersIn } from "../shared/secrets/numbers";
import { plainWord, tokensOf } from "../shared/secrets/secret";

/** Questions for what the business itself has one of. */
const asksFor = {
  phone:
    /\b(phone|telephone|call you|your number|téléphone|votre numéro|telefon\w*|eure nummer|ihre nummer|teléfono|su número)\b/iu,
  address: /\b(where|address|located|location|find you|où|adresse|trouve|wo|finde|dónde|dirección|ubicad\w*)\b/iu,
} as const;
/** A word of a street's own name; its kind is that of many. */
const streetName =
  /^(?!(?:street|avenue|road|lane|drive|court|boulevard|place|square|terrace|parkway|highway|impasse|allee|chemin|quai|calle|avenida|plaza|north|south|east|west)$)\p{L}{4,}/u;

/** What an answer says of the business's telephone or address that the business itself does not. */
export function otherPlaces({ question, answer }: Faq, { business, people }: Knowledge): string[] {
  const digitsOf = (text: string) => text.replace(/\D/g, "");
  const numbers = [business.phone, ...people.map(({ number }) => number)].map(digitsOf);
  // Within a country a number is written without its code, and with a nought before it.
  const isOurs = (number: string) => numbers.some((ours) => ours.endsWith(digitsOf(number).replace(/^0+/, "")));
  const otherNumber = numbersIn(answer).find(({ from, to }) => !isOurs(answer.slice(from, to)));
  const wordsIn = (text: string) => tokensOf(text).map((token) => plainWord(token.text));
  const ours = wordsIn(business.address ?? "");
  const otherHouse = addressesIn(answer).find(({ from, to }) => {
    const [figures, words] = [/^\d/, streetName].map((kind) =>
      wordsIn(answer.slice(from, to)).filter((word) => kind.test(word)),
    );
    return words?.some((word) => ours.includes(word)) && figures?.some((figure) => !ours.includes(figure));
  });
  const said = (span: { readonly from: number; readonly to: number }) => answer.slice(span.from, span.to);
  return [
    ...(otherNumber !== undefined && asksFor.phone.test(question)
      ? [`It says ${said(otherNumber)}, and business.phone is ${business.phone}. Write the same in both.`]
      : []),
    ...(otherHouse !== undefined && asksFor.address.test(question)
      ? [`It says ${said(otherHouse)}, and business.address is ${business.address}. Write the same in both.`]
      : []),
  ];
}
