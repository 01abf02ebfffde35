import http from "node:http";

/** A request whose body is known whole. */
export interface WholeRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** An answer that is known whole. */
export interface WholeAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Answers whole requests. */
export type Answerer = (request: WholeRequest) => Promise<WholeAnswer>;

/** What belongs to a connection and not to a request. */
const ownOfConnection = new Set(["connection", "keep-alive", "transfer-encoding", "content-length", "expect"]);

/**
 * Sends requests on to a server of this machine, and brings its answers back. A connection that the server closed while it waited for
 * the next request is made anew. Rejects where the server cannot be reached.
 */
export function forwardTo(port: number): Answerer {
  const agent = new http.Agent({ keepAlive: true });
  const send = (asked: WholeRequest): Promise<WholeAnswer> =>
    new Promise((resolve, reject) => {
      const request = http.request(optionsOf(asked, port, agent), (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => resolve(answerOf(response, Buffer.concat(chunks))));
      });
      request.on("error", (error: NodeJS.ErrnoException) => {
        if (request.reusedSocket && error.code === "ECONNRESET") send(asked).then(resolve, reject);
        else reject(error);
      });
      request.end(asked.body);
    });
  return send;
}

function optionsOf({ method, url, headers, body }: WholeRequest, port: number, agent: http.Agent): http.RequestOptions {
  const own = Object.entries(headers).filter(([name]) => !ownOfConnection.has(name) && !name.startsWith(":"));
  const length = { "content-length": String(body.length) };
  return { host: "127.0.0.1", port, method, path: url, agent, headers: { ...Object.fromEntries(own), ...length } };
}

function answerOf(response: http.IncomingMessage, body: Uint8Array): WholeAnswer {
  const own = Object.entries(response.headers).filter(([name]) => !ownOfConnection.has(name));
  return {
    status: response.statusCode ?? 500,
    headers: Object.fromEntries(own.map(([name, value]) => [name, [value].flat().join(", ")])),
    body,
  };
}

/** An answer of JSON. */
export function jsonAnswer(value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): WholeAnswer {
  return {
    status,
    headers: { "content-type": "application/json", ...headers },
    body: Buffer.from(JSON.stringify(value)),
  };
}

/** An error as AWS's JSON protocols tell it. */
export function errorAnswer(name: string, message: string, status = 400, more: object = {}): WholeAnswer {
  return jsonAnswer({ __type: name, message, ...more }, status, { "x-amzn-errortype": name });
}
