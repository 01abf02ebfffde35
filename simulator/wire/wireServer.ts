import http from "node:http";
import http2 from "node:http2";
import net from "node:net";

/** One request and its answer, the same over HTTP/1.1 and over HTTP/2 without TLS, both directions at once. */
export interface Exchange {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: AsyncIterable<Uint8Array>;
  begin(status: number, headers: Readonly<Record<string, string>>): void;
  write(bytes: Uint8Array): void;
  end(): void;
  /** Breaks the connection. */
  destroy(): void;
  /** Aborted when the client has gone or the answer is over. */
  readonly over: AbortSignal;
}

/** Answers an exchange, or says that it is none of its own. */
export type WireService = (exchange: Exchange) => Promise<boolean>;

export interface WireServer {
  /** With the address as an IP, for S3's client puts a bucket's name before a host's. */
  readonly url: string;
  /** Connections open now, and ever opened. */
  connections(): { readonly open: number; readonly opened: number };
  close(): Promise<void>;
}

/** As long as AWS's load balancers keep a connection on which nothing comes. */
const idleConnectionMs = 60_000;

/**
 * Serves several services on one port of this machine. A connection that begins like HTTP/2 is taken for it. What no service takes
 * is answered with 404.
 *
 * @param port 0: any that is free.
 */
export async function wireServer(services: readonly WireService[], port = 0): Promise<WireServer> {
  const sockets = new Set<net.Socket>();
  let opened = 0;

  const serve = async (exchange: Exchange) => {
    try {
      for (const service of services) if (await service(exchange)) return;
      exchange.begin(404, { "content-type": "application/json", "x-amzn-errortype": "NoSuchService" });
      exchange.end();
    } catch (error) {
      if (!exchange.over.aborted) exchange.destroy();
      if (!exchange.over.aborted) throw error;
    }
  };

  const h1 = http.createServer((request, response) => void serve(overHttp1(request, response)));
  // A function that stands still between two events keeps its connections.
  h1.keepAliveTimeout = idleConnectionMs;
  const h2 = http2.createServer();
  h2.on("stream", (stream, headers) => void serve(overHttp2(stream, headers)));
  h2.on("sessionError", () => undefined);

  // A server in front loses Node's own default: without it each small answer waits for the one before to be acknowledged.
  const front = net.createServer({ noDelay: true }, (socket) => {
    opened += 1;
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => undefined);
    socket.once("readable", () => {
      const first: Buffer | null = socket.read();
      if (first === null) return;
      socket.unshift(first);
      (first.subarray(0, 3).toString("latin1") === "PRI" ? h2 : h1).emit("connection", socket);
    });
  });
  await new Promise<void>((resolve, reject) => {
    front.once("error", reject);
    front.listen(port, "127.0.0.1", resolve);
  });
  const address = front.address() as net.AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    connections: () => ({ open: sockets.size, opened }),
    close: () =>
      new Promise<void>((resolve) => {
        front.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function overHttp1(request: http.IncomingMessage, response: http.ServerResponse): Exchange {
  const over = new AbortController();
  response.on("close", () => over.abort());
  response.on("error", () => undefined);
  return {
    method: request.method ?? "GET",
    path: pathOf(request.url),
    query: queryOf(request.url),
    headers: textHeaders(request.headers),
    body: request,
    begin(status, headers) {
      response.writeHead(status, headers);
      response.flushHeaders();
    },
    write: (bytes) => void response.write(bytes),
    end: () => void response.end(),
    destroy: () => void request.socket.destroy(),
    over: over.signal,
  };
}

function overHttp2(stream: http2.ServerHttp2Stream, headers: http2.IncomingHttpHeaders): Exchange {
  const over = new AbortController();
  stream.on("close", () => over.abort());
  stream.on("error", () => undefined);
  const drain = () => {
    while (stream.read() !== null);
  };
  return {
    method: headers[":method"] ?? "GET",
    path: pathOf(headers[":path"]),
    query: queryOf(headers[":path"]),
    headers: textHeaders(headers),
    body: stream,
    begin: (status, fields) => stream.respond({ ":status": status, ...fields }),
    write(bytes) {
      if (!stream.closed && !stream.destroyed) stream.write(bytes);
    },
    end() {
      stream.end();
      // What nobody reads any more would keep the connection of a client that has gone.
      stream.on("readable", drain);
      drain();
    },
    destroy: () => void stream.session?.socket.destroy(),
    over: over.signal,
  };
}

function pathOf(url: string | undefined): string {
  return (url ?? "/").split("?", 1)[0] ?? "/";
}

function queryOf(url: string | undefined): URLSearchParams {
  const [, ...query] = (url ?? "").split("?");
  return new URLSearchParams(query.join("?"));
}

function textHeaders(headers: http.IncomingHttpHeaders | http2.IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat().join(", ")]));
}

/** All of a request's body. */
export async function bodyOf({ body }: Exchange): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** All of a request's body as JSON. Throws where it is none. */
export async function jsonBody<T>(exchange: Exchange): Promise<T> {
  return JSON.parse((await bodyOf(exchange)).toString("utf8") || "{}") as T;
}

/** Answers with JSON. */
export function answerJson(
  exchange: Exchange,
  value: unknown,
  status = 200,
  headers: Record<string, string> = {},
): void {
  exchange.begin(status, { "content-type": "application/json", ...headers });
  exchange.write(Buffer.from(JSON.stringify(value)));
  exchange.end();
}

/** Answers as AWS answers with an error that its client knows by name. */
export function answerError(exchange: Exchange, name: string, status: number, message: string): void {
  answerJson(exchange, { message, Message: message }, status, { "x-amzn-errortype": name });
}

/** Refuses where the fault says so at once, or never answers; true where the exchange is over with that. */
export async function isRefused(exchange: Exchange, fault: string | null): Promise<boolean> {
  switch (fault) {
    case "throttle":
      answerError(exchange, "ThrottlingException", 429, "Rate exceeded");
      return true;
    case "error":
      answerError(exchange, "InternalServerException", 500, "The service failed");
      return true;
    case "timeout":
      await new Promise<void>((resolve) => exchange.over.addEventListener("abort", () => resolve(), { once: true }));
      return true;
    default:
      return false;
  }
}
