import type { Evidence } from "./evidence";
import type { GroundsRead } from "./groundsRead";
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
  if (named !== null && before.services !== null && !cited.some(({ id }) => named.includes(id)))
    return cited.flatMap((fact) => {
      if (fact.kind !== "service") return [fact];
      const parts = fact.statements.filter(({ isList, price }) => isList && price === null);
      return before.services?.includes(fact.id) ? [{ ...fact, statements: parts }] : [];
    });
  const isMeant = ({ id, kind, name }: Evidence) => {
    if (kind !== "service") return true;
    if (services !== null) return services.includes(id);
    const partly = (other: Evidence) => other.name.some((key) => caller.keys.has(key));
    // The caller named something in part: another service that shares nothing with their words is not meant.
    const isPartly = name.some((key) => caller.keys.has(key));
    return isPartly || !cited.some((other) => other.kind === "service" && other.id !== id && partly(other));
  };
  return cited.filter(isMeant);
}
