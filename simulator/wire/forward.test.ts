import http from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { forwardTo, type WholeRequest } from "./forward";

const asked: WholeRequest = { method: "POST", url: "/", headers: {}, body: Buffer.from("{}") };

async function serverOf(
  onRequest: (socket: Socket, nth: number, answer: (text: string) => void) => void,
): Promise<{ port: number; close(): void }> {
  let requests = 0;
  const server = http.createServer((request, response) => {
    requests += 1;
    const nth = requests;
    request.resume().on("end", () => onRequest(request.socket, nth, (text) => response.end(text)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { port: (server.address() as AddressInfo).port, close: () => server.close().closeAllConnections() };
}

test("a connection that the server closed between two requests is made anew", async () => {
  const server = await serverOf((socket, nth, answer) => {
    // What the second request finds is a connection that is just being closed.
    if (nth === 2) socket.destroy();
    else answer(`answer ${nth}`);
  });
  const forward = forwardTo(server.port);
  const texts = [await forward(asked), await forward(asked)].map(({ body }) => Buffer.from(body).toString());
  server.close();
  expect(texts).toEqual(["answer 1", "answer 3"]);
});

test("a server that closes a new connection cannot be reached", async () => {
  const server = await serverOf((socket) => socket.destroy());
  await expect(forwardTo(server.port)(asked)).rejects.toMatchObject({ code: "ECONNRESET" });
  server.close();
});
