import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { WebSocketServer } from "ws";
import type { Files } from "../functions/shared/files";
import { routeCall } from "../functions/shared/routing";
import { UserError } from "../functions/shared/userError";
import { cardOf } from "./page/businessCard";
import type { Businesses } from "./page/businesses";
import { type StartCall, serveCalls } from "./page/callSocket";
import { keptEntries, keptPage, keptPath } from "./page/keptPages";
import { buildPage, type PageFile } from "./page/pageFiles";
import type { BusinessMenu, KeptCallEntry, RoutePreview } from "./page/pageMessages";
import { placeCall } from "./page/placedCall";

export interface PhoneOptions {
  /** 0: any that is free. */
  readonly port: number;
  /** Read anew for each menu and each call, so that an edited file counts at once. */
  readonly businesses: () => Businesses;
  /** The line that the page offers first. */
  readonly line: "flow" | "duplex";
  /** Calls are made with the browser's microphone. @default false */
  readonly hasMicrophone?: boolean;
  readonly startCall: StartCall;
  /** What calls have left behind. @default nothing is kept */
  readonly kept?: Pick<Files, "list" | "get">;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export interface PhoneServer {
  /** `http://127.0.0.1:4300` */
  readonly url: string;
  /** Ends all calls, then the server. */
  close(): Promise<void>;
}

const host = "127.0.0.1";
const mostMessageBytes = 16_384;

/** Nothing but the page's own files and its own socket, whatever a business or a caller may have written. */
const securityHeaders = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "cache-control": "no-store",
} as const;

/** The page of a kept call brings its own style, and nothing else. */
const keptHeaders = {
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
} as const;

/**
 * Serves the phone page and its calls on this machine alone. Requests under another host's name or from another site's page are
 * refused, so that no site in the user's browser can call, listen or read.
 *
 * @throws UserError where the port is taken or not allowed.
 */
export async function servePhone(options: PhoneOptions): Promise<PhoneServer> {
  const files = await buildPage();
  const server = createServer((request, response) => {
    answerTo(request, files, options)
      .catch((error: Error) => plainAnswer(500, error.message))
      .then(({ status, type, body, headers }) => {
        response.writeHead(status, { ...securityHeaders, "content-type": type, ...headers });
        response.end(request.method === "HEAD" ? undefined : body);
      });
  });
  const sockets = new WebSocketServer({ noServer: true, maxPayload: mostMessageBytes });
  server.on("upgrade", (request, socket, head) => {
    if (!isOurs(request) || request.url !== "/call") {
      socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n");
      return;
    }
    sockets.handleUpgrade(request, socket, head, (opened) =>
      serveCalls(opened, (wanted) => placeCall(wanted, options.businesses().usable, options.now()), options.startCall),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(listenError(error, options.port)));
    server.listen(options.port, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host}:${port}`,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets.clients) socket.terminate();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Answer extends PageFile {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

async function answerTo(
  request: IncomingMessage,
  files: ReadonlyMap<string, PageFile>,
  options: PhoneOptions,
): Promise<Answer> {
  if (!isOurs(request)) return plainAnswer(403, "This page is served to this machine only.");
  if (request.method !== "GET" && request.method !== "HEAD") return plainAnswer(405, "Only GET is served here.");
  if (!URL.canParse(request.url ?? "", `http://${host}`)) return plainAnswer(400, "That is no address.");
  const url = new URL(request.url ?? "", `http://${host}`);
  if (url.pathname === "/businesses") return jsonAnswer(menuOf(options));
  if (url.pathname === "/route") return jsonAnswer(previewOf(url, options));
  const { kept } = options;
  if (url.pathname === "/kept") {
    return jsonAnswer(kept === undefined ? [] : await keptEntries(kept, options.businesses().usable));
  }
  if (url.pathname.startsWith(keptPath)) {
    const page = kept === undefined ? null : await keptPage(kept, url.pathname);
    if (page === null) return plainAnswer(404, "There is no such call, or it was erased.");
    return { status: 200, type: "text/html; charset=utf-8", body: page, headers: keptHeaders };
  }
  const file = files.get(url.pathname);
  return file === undefined ? plainAnswer(404, "There is no such page.") : { status: 200, ...file };
}

function plainAnswer(status: number, text: string): Answer {
  return { status, type: "text/plain; charset=utf-8", body: `${text}\n` };
}

function jsonAnswer(value: BusinessMenu | RoutePreview | readonly KeptCallEntry[]): Answer {
  return { status: 200, type: "application/json", body: JSON.stringify(value) };
}

/** True where the request names this server, and comes from its own page or from no page at all. */
function isOurs(request: IncomingMessage): boolean {
  const port = request.socket.localPort;
  const ours = [`${host}:${port}`, `localhost:${port}`];
  const { origin } = request.headers;
  return (
    ours.includes(request.headers.host ?? "") &&
    (origin === undefined || ours.some((name) => origin === `http://${name}`))
  );
}

function menuOf({ businesses, line, hasMicrophone = false, now }: PhoneOptions): BusinessMenu {
  const { usable, broken } = businesses();
  return { line, hasMicrophone, businesses: usable.map((business) => cardOf(business, now())), broken };
}

function previewOf(url: URL, { businesses, now }: PhoneOptions): RoutePreview {
  const { searchParams } = url;
  const placed = placeCall(
    {
      business: searchParams.get("business") ?? "",
      from: searchParams.get("from"),
      at: searchParams.get("at"),
      line: "flow",
    },
    businesses().usable,
    now(),
  );
  if ("errors" in placed) return placed;
  return routeCall(placed.business.knowledge, { atMs: placed.atMs, from: placed.from, callsToday: 0 });
}

function listenError(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === "EADDRINUSE")
    return new UserError([
      `--port: ${port} is taken on this machine. Stop what uses it, or write another, for example --port ${port < 65_535 ? port + 1 : port - 1}.`,
    ]);
  if (error.code === "EACCES")
    return new UserError([
      `--port: ${port} may not be used by you. Write one from 1024 to 65535, for example --port 4300.`,
    ]);
  return error;
}
