import type { Knowledge } from "./knowledge";
import type { Problem } from "./userError";

/** From how many on problems of one kind are told in one line. */
const mostLines = 3;

/** Services of which a caller asks what the file does not say, or which they cannot tell apart; questions that are written twice. */
export function factWarnings({ services, faqs }: Knowledge, file: string): readonly Problem[] {
  const unpriced = services.flatMap(({ name, price }, index) => (price === null ? [{ name, index }] : []));
  const noPrice = "Callers who ask what it costs are passed to a person.";
  const names = new Map<string, number>();
  const questions = new Map<string, number>();
  return [
    ...(unpriced.length > mostLines && unpriced.length === services.length
      ? [{ file, key: "services", value: "without any price", cure: noPrice }]
      : unpriced.map(({ index }) => ({ file, key: `services[${index}].price`, value: undefined, cure: noPrice }))),
    ...services.flatMap((service, index): Problem[] => {
      const same = firstOf(names, plain(service.name), index);
      const other = same === null ? undefined : services[same];
      if (other === undefined) return [];
      const differing = (["price", "minutes"] as const).filter((key) => service[key] !== other[key]);
      const cure =
        differing.length === 0
          ? `services[${same}] has the same name. Leave one of them out.`
          : `services[${same}] has the same name with another ${differing.join(" and ")} (${differing
              .map((key) => `${other[key] ?? "none"} and ${service[key] ?? "none"}`)
              .join(", ")}). Write names that callers can tell apart.`;
      return [{ file, key: `services[${index}].name`, value: service.name, cure }];
    }),
    ...faqs.flatMap((faq, index): Problem[] => {
      const same = firstOf(questions, plain(faq.question), index);
      const other = same === null ? undefined : faqs[same];
      if (other === undefined) return [];
      const differs = plain(other.answer) === plain(faq.answer) ? "" : " with another answer";
      return [
        {
          file,
          key: `faqs[${index}].question`,
          value: faq.question,
          cure: `faqs[${same}] is the same question${differs}. Leave one of them out.`,
        },
      ];
    }),
  ];
}

/** The index under which a text came first; null where this is the first. */
function firstOf(seen: Map<string, number>, text: string, index: number): number | null {
  const known = seen.get(text);
  if (known === undefined) seen.set(text, index);
  return known ?? null;
}

/** Without what people write differently and mean alike. */
function plain(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
