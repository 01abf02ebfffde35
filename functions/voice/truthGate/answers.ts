import type { CallerClaim } from "./callerClaim";
import { weighty } from "./callerClaim";
import type { GroundsRead } from "./groundsRead";
import type { Item, Sentence } from "./readText";
import type { Thread } from "./truthGate";

/** What a yes or a no of a reply takes over from the caller's question. */

/** Whether a clause says no more than yes or no. */
export function answerOf(
  segment: readonly Item[],
  text: string,
  sentence: Sentence,
  read: GroundsRead,
): "yes" | "no" | null {
  const { yes, no, bareAssertion } = read.lexicon.vocabulary;
  if (yes.test(text)) return "yes";
  if (no.test(text)) return "no";
  if (sentence.isQuestion || sentence.isUnknowing || !bareAssertion.test(text)) return null;
  const isBare = segment.every((item) => item.kind === "word" && (item.weight === "neutral" || item.key === "not"));
  if (!isBare) return null;
  return segment.some((item) => item.kind === "word" && item.key === "not") ? "no" : "yes";
}

/** A yes or no in so many words, and not a clause that comes to one. */
export function isPlain(answer: "yes" | "no", text: string, { lexicon: { vocabulary } }: GroundsRead): boolean {
  return (answer === "yes" ? vocabulary.yes : vocabulary.no).test(text);
}

/** A yes takes over what the caller's question claims, and a no denies it: either must follow from what is cited. */
export function whyNoAnswer({ answer, isBorneOut, isBorneOutAtOnce, keys }: Thread, read: GroundsRead): string | null {
  if (answer === null) return null;
  const claim = read.claim();
  if (claim.is === "none" || claim.is === (answer === "yes" ? "true" : "false")) return null;
  if (read.grounds.tool !== "answer_from_knowledge" && !isOfMoneyOrHours(claim, read)) return null;
  const why = `a ${answer} to “${claim.text}”, which no cited fact ${answer === "yes" ? "says" : "denies"}`;
  if (claim.is !== "unknown") return why;
  // "I have a question about the menu." "Sure."
  if (!claim.isAsked && !claim.isStrict) return null;
  if (isSettled(answer, claim, read)) return why;
  const isOnTopic = isBorneOut && (answer === "no" || isBorneOutAtOnce || claim.keys.some((key) => keys.has(key)));
  return isOnTopic && !(answer === "yes" && claim.isStrict) ? null : why;
}

/** A cited question that asks for the same is answered the other way. */
function isSettled(answer: "yes" | "no", claim: CallerClaim, { cited }: GroundsRead): boolean {
  return cited.some(({ statements }) =>
    statements.some(({ isDerived, words }) =>
      claim.keys.some(
        (key) => isDerived && (answer === "no" ? words.get(key)?.isSaid : words.get(key)?.isDenied) === true,
      ),
    ),
  );
}

function isOfMoneyOrHours(claim: CallerClaim, { caller }: GroundsRead): boolean {
  const isWeighty = claim.keys.some((key) => weighty.has(key) || ["isOpen", "closed", "open", "close"].includes(key));
  return (
    isWeighty ||
    caller.items.some(
      (item) =>
        item.kind === "figure" &&
        item.figure.readings.some(
          ({ unit, ...rest }) =>
            unit === "percent" || unit === "minutes" || ("currency" in rest && rest.currency !== null),
        ),
    )
  );
}
