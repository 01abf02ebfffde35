import { NodeHttpHandler } from "@smithy/node-http-handler";

/**
 * Settings of a client whose answer a caller waits for: a request that hangs is given up and sent again while it can still be of
 * use. One for each client.
 */
export function quickly() {
  return {
    maxAttempts: 3,
    requestHandler: new NodeHttpHandler({ connectionTimeout: 500, requestTimeout: 1_000, throwOnRequestTimeout: true }),
  };
}

/** Settings of a client whose requests must not be made twice: one that hangs is given up, and nobody knows what became of it. */
export function oneTry() {
  return {
    maxAttempts: 1,
    requestHandler: new NodeHttpHandler({
      connectionTimeout: 1_000,
      requestTimeout: 5_000,
      throwOnRequestTimeout: true,
    }),
  };
}
