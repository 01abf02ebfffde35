import { type Answerer, errorAnswer, jsonAnswer } from "./forward";
import { type LocalLambda, NoSuchFunction, type Scope } from "./localLambda";

/** Lambda's `Invoke`, for functions on this machine. What is invoked belongs to the scope of who invokes it. */
export function lambdaServer<S extends Scope>(lambda: LocalLambda<S>, scope: S | null): Answerer {
  return async ({ url, headers, body }) => {
    const name = invokedFunction(url);
    if (name === null) return errorAnswer("UnknownOperationException", `The stand-in does not know ${url}.`, 404);
    const payload = Buffer.from(body).toString("utf8") || "{}";
    try {
      if (headers["x-amz-invocation-type"] === "Event") {
        await lambda.invokeLater(name, payload, scope);
        return { status: 202, headers: {}, body: Buffer.alloc(0) };
      }
      const outcome = await lambda.invoke(name, payload, scope);
      const fault: Record<string, string> = outcome.isFault ? { "x-amz-function-error": "Unhandled" } : {};
      return {
        ...jsonAnswer(null, 200, { "x-amz-executed-version": "$LATEST", ...fault }),
        body: Buffer.from(outcome.payload),
      };
    } catch (error) {
      if (error instanceof NoSuchFunction) return errorAnswer(error.name, error.message, 404);
      throw error;
    }
  };
}

/** The name of the function that a request is to invoke; null where it is no such request. */
export function invokedFunction(url: string): string | null {
  const [, named] = /^\/2015-03-31\/functions\/([^/]+)\/invocations(?:\?.*)?$/.exec(url) ?? [];
  return named === undefined ? null : (decodeURIComponent(named).split(":function:").at(-1)?.split(":")[0] ?? null);
}
