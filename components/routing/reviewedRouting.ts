import { UserError } from "../../functions/shared/userError";
import type { RoutedLine } from "./routedLine";
import { routingPage, routingPageFile } from "./routingPage";

/**
 * Throws a UserError where a stack's routing is not the one that was reviewed: what was, what would be, and how it is accepted, each in
 * its line. `reviewed` is the text of the stack's page, null where there is none.
 */
export function mustBeReviewed(line: RoutedLine, stack: string, reviewed: string | null): void {
  const lines = unreviewed(routingPage(line, stack), reviewed, stack);
  if (lines.length > 0) throw new UserError(lines);
}

/** In what a stack's routing is not the reviewed one, a line each; none where it is. */
export function unreviewed(now: string, reviewed: string | null, stack: string): readonly string[] {
  const file = routingPageFile(stack);
  const accept = `Accept it with: npm run routing -- table --stack ${stack} --write`;
  if (reviewed === null) return [`${file}: There is no such file, so nobody has read this routing. ${accept}`];
  const [was, is] = [linesOf(reviewed), linesOf(now)];
  const gone = was.filter((line) => !is.includes(line));
  const added = is.filter((line) => !was.includes(line));
  if (gone.length + added.length === 0) {
    return now === reviewed.replaceAll("\r\n", "\n") ? [] : [`${file}: It was edited by hand. ${accept}`];
  }
  return [
    `${file}: This routing is not the reviewed one. ${accept}`,
    ...gone.map((line) => `${file}: reviewed: ${line.trim()}`),
    ...added.map((line) => `${file}: now:      ${line.trim()}`),
  ];
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== "");
}
