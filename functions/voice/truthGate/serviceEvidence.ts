import type { Service } from "../../shared/knowledge";
import { isBeyondLimit, laterStatements } from "./afterThat";
import { isPlain, unpriced, withoutFee } from "./besidePrices";
import type { Evidence } from "./evidence";
import { isMoney } from "./itemKinds";
import type { Lexicon } from "./lexicon";
import { needlessIn } from "./needless";
import { keysOfPer } from "./readPer";
import { type Item, readText } from "./readText";
import { contentKeysOf, joinedStatements, type Statement, statementOf } from "./statement";
import { idKeys, nameKeys } from "./topics";

/** What a service says: its name with its price and length, and each sentence about it. */

/** "Haircut, $35, 40 minutes", and with that what is plainly said about it. `ofPrice`: the lexicon of the price, which may be in another language. */
export function serviceEvidence(id: string, service: Service, lexicon: Lexicon, ofPrice: Lexicon): Evidence {
  const name = nameKeys(
    readText(service.name, lexicon).flatMap(({ items }) => items),
    lexicon,
  );
  const topic = new Set([...name, ...idKeys(service.id, lexicon)]);
  const price = service.price === null ? null : readText(service.price, ofPrice);
  const head: Statement[] = [];
  const priceItems = price?.flatMap(({ items }) => items) ?? [];
  const minutes = service.minutes;
  const minuteItems: Item[] =
    minutes === null
      ? []
      : [
          {
            kind: "figure",
            text: String(minutes),
            pause: "",
            isNegated: false,
            figure: { text: String(minutes), readings: [{ unit: "minutes", value: minutes }], bound: "is", per: null },
          },
        ];
  const nameItems = readText(service.name, lexicon).flatMap(({ items }) => items);
  const sums = priceItems.flatMap((item) => (isMoney(item) ? [item.figure] : []));
  // "$190 for two": only where no sum has its currency may a bare number be one.
  const inCurrency = sums.filter(({ readings }) =>
    readings.some((each) => each.unit === "money" && each.currency !== null),
  );
  const priceFigures = inCurrency.length > 0 ? inCurrency : sums;
  const perKeys = priceFigures.flatMap(({ per }) => keysOfPer(per));
  const priceWords = contentKeysOf(priceItems).filter(
    (key) => key !== "all" && !topic.has(key) && !perKeys.includes(key),
  );
  const headStatement = statementOf([...nameItems, ...priceItems, ...minuteItems], {
    price: price === null ? null : { words: priceWords, figures: priceFigures },
    isList: false,
  });
  head.push(headStatement);
  const about = service.about === null ? [] : readText(service.about, lexicon).filter(({ items }) => items.length > 0);
  head.push(...joinedStatements(about, true));
  head.push(...laterStatements(about, priceItems, lexicon));
  for (const [at, { items }] of about.entries()) {
    const isBeyond = isBeyondLimit(about, at, priceItems, lexicon);
    head.push(statementOf(items, { price: null, isList: true, ...(isBeyond && { isBeyondLimit: true as const }) }));
    const free = withoutFee(items);
    if (free !== null) head.push(statementOf(free, { price: null, isList: true }));
    // "For children of 12 and younger": said together with the price.
    const beside = unpriced(items, topic);
    if (beside.length > 0)
      head.push(
        statementOf([...nameItems, ...priceItems, ...minuteItems, ...apart(beside)], {
          price: headStatement.price,
          isList: true,
        }),
      );
  }
  // "It's Thursdays at five for ages 8 to 12": what is plainly said of it in several sentences.
  const plain = about.map(({ items }) => unpriced(items, topic)).filter((items) => items.length > 0 && isPlain(items));
  if (plain.length > 1)
    head.push(
      statementOf([...nameItems, ...priceItems, ...minuteItems, ...plain.flatMap(apart)], {
        price: headStatement.price,
        isList: true,
      }),
    );
  const called = nameItems.flatMap((item) => (item.kind === "word" ? [item.key] : []));
  return {
    id,
    kind: "service",
    topic,
    name,
    called,
    alternatives: [],
    needless: needlessIn(about),
    presupposed: new Set(),
    asked: [],
    statements: head,
  };
}

/** What is said of a service is a sentence of its own. */
function apart([first, ...rest]: readonly Item[]): readonly Item[] {
  return first === undefined ? [] : [{ ...first, pause: "." }, ...rest];
}
