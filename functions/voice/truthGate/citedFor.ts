import type { Evidence } from "./evidence";
import type { GroundsRead } from "./groundsRead";
import type { Item } from "./readText";
import type { Thread } from "./truthGate";

/** Which cited facts a clause may rest on. */

/** The services that words name: those whose whole name is there, the longest names only; null where none is. */
export function servicesOf(keys: ReadonlySet<string>, { all }: Pick<GroundsRead, "all">): readonly string[] | null {
  const named = all.filter(({ name }) => name.length > 0 && name.every((key) => keys.has(key)));
  const longest = named.filter(
    ({ name }) =>
      !named.some((other) => other.name.length > name.length && name.every((key) => other.name.includes(key))),
  );
  if (longest.length > 0) return longest.map(({ id }) => id);
  return null;
}

/** What of a text may name a service: its words, and its figures ("ninety-minute massage", "10 by 20 unit"). */
export function namingKeys(items: readonly Item[]): string[] {
  return items.flatMap((item) =>
    item.kind === "word"
      ? [item.key]
      : item.figure.readings.flatMap((reading) =>
          reading.unit === "minutes" || reading.unit === "count" ? [`#${reading.unit} ${reading.value}`] : [],
        ),
  );
}

/** Whether words name a service in part: one of its name's words, or what a compound of it is a kind of. */
function namesPartly(keys: ReadonlySet<string>, { name, heads = [] }: Evidence): ReadonlySet<string> {
  const own = [...keys].filter(
    (key) => name.includes(key) || heads.includes(key) || name.some((each) => isEndOf(key, each)),
  );
  return new Set(own);
}

const leastLetters = 4;

/** `velo` of "Mietvelo". */
function isEndOf(key: string, compound: string): boolean {
  return key.length >= leastLetters && compound.length > key.length + 2 && compound.endsWith(key);
}

/** Of several cited services those that words name in part, by what is said of no other of them; null where none is. */
export function partlyNamed(
  keys: ReadonlySet<string>,
  { cited }: Pick<GroundsRead, "cited">,
): readonly string[] | null {
  const services = cited.filter(({ kind }) => kind === "service");
  if (services.length < 2) return null;
  const byService = services.map((service) => namesPartly(keys, service));
  const found = services.filter((_, at) =>
    [...(byService[at] ?? [])].some((key) => !byService.some((others, index) => index !== at && others.has(key))),
  );
  return found.length > 0 && found.length < services.length ? found.map(({ id }) => id) : null;
}

/**
 * The cited facts that can support a clause: of the services only those that are spoken of. Where a clause names a service that is
 * not cited, it may be named as a part of the one that was spoken of.
 */
export function evidenceFor(
  named: readonly string[] | null,
  before: Thread,
  { services }: Thread,
  { cited, caller }: GroundsRead,
): readonly Evidence[] {
  if (named !== null && !cited.some(({ id }) => named.includes(id)))
    return cited.flatMap((fact) => {
      if (fact.kind !== "service") return [fact];
      const parts = fact.statements.filter(({ isList, price }) => isList && price === null);
      return before.services?.includes(fact.id) === false ? [] : [{ ...fact, statements: parts }];
    });
  // "Daycare is $32, but he'd need a temperament test first": the daycare's own fact speaks of the test.
  const asPart = ({ id, kind, statements }: Evidence): boolean =>
    kind === "service" &&
    named?.includes(id) === false &&
    before.services?.includes(id) === true &&
    namesIn(statements).length > 0;
  const namesIn = (statements: Evidence["statements"]) =>
    statements.filter(
      ({ words, price }) =>
        price === null &&
        cited.some(({ id, name }) => named?.includes(id) === true && name.every((key) => words.has(key))),
    );
  const parts =
    named === null ? [] : cited.filter(asPart).map((fact) => ({ ...fact, statements: namesIn(fact.statements) }));
  const partly = (fact: Evidence) => namesPartly(caller.keys, fact).size > 0;
  const isMeant = (fact: Evidence) => {
    if (fact.kind !== "service") return true;
    if (services !== null) return services.includes(fact.id);
    // The caller named something in part: another service that shares nothing with their words is not meant.
    return partly(fact) || !cited.some((other) => other.kind === "service" && other.id !== fact.id && partly(other));
  };
  return [...cited.filter(isMeant), ...parts];
}
