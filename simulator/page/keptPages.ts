import type { Files } from "../../functions/shared/files";
import { folderOfCall, type KeptCall } from "../../functions/shared/keptCall";
import { keptCalls } from "../../functions/shared/keptCalls";
import type { Business } from "./businessCard";
import type { KeptCallEntry } from "./pageMessages";

/** More are for `npm run calls`. */
const mostShown = 50;
/** Under which the pages of kept calls are served. */
export const keptPath = "/kept/";

/** The calls that were kept, for the page. Calls to a business whose file is gone are listed all the same. */
export async function keptEntries(
  files: Pick<Files, "list" | "get">,
  businesses: readonly Business[],
): Promise<readonly KeptCallEntry[]> {
  const calls = await keptCalls(files).list(mostShown);
  return calls.map((call) => entryOf(call, businesses));
}

function entryOf(call: KeptCall, businesses: readonly Business[]): KeptCallEntry {
  const { contactId, startedAt, from, route, outcome, durationMs, business, to } = call;
  const timezone = businesses.find(({ knowledge }) => knowledge.business.phone === to)?.knowledge.business.timezone;
  const folder = folderOfCall(contactId, Date.parse(startedAt), timezone ?? "UTC");
  return {
    startedAt,
    from,
    route,
    outcome,
    durationMs,
    business,
    timezone: timezone ?? "UTC",
    page: `${keptPath}${folder}page.html`,
  };
}

/** The page of a kept call; null where there is none, or where a path asks for anything else. */
export async function keptPage(files: Pick<Files, "get">, pathname: string): Promise<Uint8Array | null> {
  const key = pathname.slice(keptPath.length);
  return /^calls\/\d{4}\/\d{2}\/\d{2}\/[0-9a-f-]{36}\/page\.html$/.test(key) ? files.get(key) : null;
}
