/** The comparisons of the flow language; each takes exactly one operand. */
export const operators = [
  "Equals",
  "TextStartsWith",
  "TextEndsWith",
  "TextContains",
  "NumberGreaterThan",
  "NumberGreaterOrEqualTo",
  "NumberLessThan",
  "NumberLessOrEqualTo",
  "KeyExists",
] as const;

/** Whether a condition holds of a value; an unknown operator, a missing value or a text where a number is wanted holds never. */
export function holds(operator: string, value: string | undefined, operand: string | undefined): boolean {
  if (value === undefined || operand === undefined) return false;
  const [left, right] = [value.trim() === "" ? Number.NaN : Number(value), Number(operand)];
  switch (operator) {
    case "Equals":
      return value === operand;
    case "TextStartsWith":
      return value.startsWith(operand);
    case "TextEndsWith":
      return value.endsWith(operand);
    case "TextContains":
      return value.includes(operand);
    case "NumberGreaterThan":
      return left > right;
    case "NumberGreaterOrEqualTo":
      return left >= right;
    case "NumberLessThan":
      return left < right;
    case "NumberLessOrEqualTo":
      return left <= right;
    case "KeyExists":
      return true;
    default:
      return false;
  }
}
