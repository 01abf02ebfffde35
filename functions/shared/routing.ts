export const routes = ["blocked", "human", "ai", "voicemail"] as const;
/** Where a call goes, in order of precedence. */
export type Route = (typeof routes)[number];
