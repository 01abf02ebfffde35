import { keyOfPath } from "../shared/fileLink";

/** What a function URL is asked, as far as it matters (AWS Lambda developer guide, "Function URL payloads"). */
export interface UrlRequest {
  readonly rawPath: string;
  readonly requestContext: { readonly http: { readonly method: string } };
}

export interface UrlAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** For how long an opened link's address can be read. */
export const openSeconds = 300;

/**
 * Sends who opens a mail's link on to the file, by an address that is signed now and soon holds no more.
 *
 * @param sign gives the address; null where the file is gone.
 */
export async function openFile(
  { rawPath, requestContext }: UrlRequest,
  sign: (key: string) => Promise<string | null>,
): Promise<UrlAnswer> {
  if (requestContext.http.method !== "GET") return page(405, "This address can only be opened.");
  const key = keyOfPath(decodeURIComponent(rawPath));
  const location = key === null ? null : await sign(key);
  if (location === null) return page(404, "There is no such file, or its time is over.");
  return {
    statusCode: 302,
    headers: { location, "cache-control": "no-store", "referrer-policy": "no-referrer" },
    body: "",
  };
}

function page(statusCode: number, body: string): UrlAnswer {
  return { statusCode, headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" }, body };
}
