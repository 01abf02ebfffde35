import { NodeHttpHandler } from "@smithy/node-http-handler";
import { silentLogger } from "../../functions/aws/silentLogger";

/** Settings of an AWS client that talks to a server of this machine, in tests. */
export function clientOf(url: string) {
  return {
    endpoint: url,
    region: "us-east-1",
    credentials: { accessKeyId: "AKIDLOCAL", secretAccessKey: "local" },
    maxAttempts: 1,
    logger: silentLogger,
  };
}

/** The same for a client that is to share connections, as the voice function's do. */
export function sharingClientOf(url: string) {
  return { ...clientOf(url), requestHandler: new NodeHttpHandler({ connectionTimeout: 1_000 }) };
}
