/** A value as DynamoDB's protocol writes it. */
export type AttributeValue =
  | { readonly S: string }
  | { readonly N: string }
  | { readonly BOOL: boolean }
  | { readonly NULL: true }
  | { readonly L: readonly AttributeValue[] }
  | { readonly M: Readonly<Record<string, AttributeValue>> };

/** The value as JavaScript has it. */
export function plainValue(value: AttributeValue): unknown {
  if ("S" in value) return value.S;
  if ("N" in value) return Number(value.N);
  if ("BOOL" in value) return value.BOOL;
  if ("L" in value) return value.L.map(plainValue);
  if ("M" in value) return Object.fromEntries(Object.entries(value.M).map(([name, each]) => [name, plainValue(each)]));
  return null;
}
