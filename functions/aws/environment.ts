/**
 * The environment variables that a function was deployed with. Read while the function starts, so that a missing one fails the
 * deployment and not the first call. Throws with the names of all that are missing.
 */
export function readEnvironment<Name extends string>(
  names: readonly Name[],
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Readonly<Record<Name, string>> {
  const missing = names.filter((name) => !environment[name]);
  if (missing.length > 0) throw new Error(`missing environment variables: ${missing.join(", ")}`);
  return Object.fromEntries(names.map((name) => [name, environment[name]])) as Record<Name, string>;
}
