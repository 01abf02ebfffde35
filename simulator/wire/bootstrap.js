/**
 * What runs a function's bundle in a process of its own, as Lambda's runtime does: loads it, asks the Runtime API for an event,
 * hands it to the handler, gives the answer back, and asks again. Plain JavaScript, because the process has nothing that translates
 * TypeScript.
 *
 * A call that is simulated takes place at some date. `simulated-now-ms` of an event says what the time is there; the process's
 * clock is set to it, as if the machine's own were.
 */
const http = require("node:http");
const path = require("node:path");

const api = `http://${process.env.AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime`;
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

let shiftMs = 0;
const RealDate = Date;
class ShiftedDate extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + shiftMs);
    else super(...given);
  }
  static now() {
    return RealDate.now() + shiftMs;
  }
}
Object.defineProperty(ShiftedDate, "name", { value: "Date" });
globalThis.Date = ShiftedDate;

/**
 * @param {string} method
 * @param {string} place
 * @param {string} [body]
 * @returns {Promise<{ headers: Record<string, string>, text: string }>}
 */
function ask(method, place, body) {
  return new Promise((resolve, reject) => {
    const request = http.request(`${api}${place}`, { method, agent }, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => resolve({ headers: response.headers, text: Buffer.concat(chunks).toString("utf8") }));
    });
    request.on("error", reject);
    request.end(body);
  });
}

function asFault(error) {
  const fault = error instanceof Error ? error : new Error(String(error));
  return JSON.stringify({
    errorType: fault.name,
    errorMessage: fault.message,
    trace: (fault.stack ?? "").split("\n"),
  });
}

function contextOf(headers) {
  const deadlineMs = Number(headers["lambda-runtime-deadline-ms"]);
  return {
    awsRequestId: headers["lambda-runtime-aws-request-id"],
    invokedFunctionArn: headers["lambda-runtime-invoked-function-arn"],
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: process.env.AWS_LAMBDA_FUNCTION_VERSION,
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => deadlineMs - Date.now(),
  };
}

async function loadHandler() {
  try {
    const [file, name] = process.env._HANDLER.split(".");
    const handler = require(path.join(process.env.LAMBDA_TASK_ROOT, `${file}.js`))[name];
    if (typeof handler !== "function") throw new Error(`${process.env._HANDLER} is no function`);
    return handler;
  } catch (error) {
    console.error(error);
    await ask("POST", "/init/error", asFault(error));
    return process.exit(1);
  }
}

async function serve() {
  const handler = await loadHandler();
  for (;;) {
    const { headers, text } = await ask("GET", "/invocation/next");
    const id = headers["lambda-runtime-aws-request-id"];
    const simulatedMs = headers["simulated-now-ms"];
    shiftMs = simulatedMs === undefined ? 0 : Number(simulatedMs) - RealDate.now();
    let place = "response";
    let answer;
    try {
      answer = JSON.stringify((await handler(JSON.parse(text), contextOf(headers))) ?? null);
    } catch (error) {
      console.error(error);
      place = "error";
      answer = asFault(error);
    }
    await ask("POST", `/invocation/${id}/${place}`, answer);
  }
}

// Whoever ran the function is gone where it cannot be asked.
serve().catch(() => process.exit(1));
