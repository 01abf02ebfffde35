import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { UserError } from "../functions/shared/userError";
import { mustBeReviewed } from "./routing/reviewedRouting";
import { lineOfKnowledge } from "./routing/routedLine";
import { routingPageFile } from "./routing/routingPage";
import type { Settings } from "./settings";

/**
 * Refuses a stack whose routing is not the one that stands in its page in the folder `root`: throws a `RunError`, which Pulumi shows
 * without a stack trace, with what was reviewed, what would be, and the command that accepts it.
 */
export function refuseUnreviewed(
  root: string,
  settings: Pick<Settings, "stack" | "knowledge" | "human" | "voice">,
): void {
  const file = path.join(root, routingPageFile(settings.stack));
  const reviewed = existsSync(file) ? readFileSync(file, "utf8") : null;
  try {
    mustBeReviewed(lineOfKnowledge(settings.knowledge, settings), settings.stack, reviewed);
  } catch (error) {
    if (error instanceof UserError) throw new pulumi.RunError(error.message);
    throw error;
  }
}
