import type { Bound, Reading } from "./figure";

/** Whether a quantity is within a bound on the same kind of quantity; null where they can not be compared. Years are months too. */
export function isWithin(own: Reading, other: Reading, bound: Bound): boolean | null {
  const [a, b] = [amountOf(own), amountOf(other)];
  if (a === null || b === null) return null;
  const isAge = a.unit !== b.unit && a.unit !== "minutes" && b.unit !== "minutes";
  if (a.unit !== b.unit && !isAge) return null;
  if (a.of.length > 0 && b.of.length > 0 && !a.of.some((key) => b.of.includes(key))) return null;
  const inMonths = ({ unit, value }: Amount) => (isAge && unit === "count" ? value * 12 : value);
  const [mine, limit] = [inMonths(a), inMonths(b)];
  switch (bound) {
    case "atLeast":
      return mine >= limit;
    case "moreThan":
      return mine > limit;
    case "atMost":
      return mine <= limit;
    case "lessThan":
      return mine < limit;
    default:
      return null;
  }
}

interface Amount {
  readonly unit: "count" | "months" | "minutes";
  readonly value: number;
  readonly of: readonly string[];
}

function amountOf(reading: Reading): Amount | null {
  if (reading.unit === "count") return { unit: "count", value: reading.value, of: reading.of };
  if (reading.unit === "months" || reading.unit === "minutes")
    return { unit: reading.unit, value: reading.value, of: [] };
  return null;
}
