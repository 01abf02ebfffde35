/**
 * The thread in which the emulators of DynamoDB, S3 and SNS run, so that their work keeps no sound waiting. Plain JavaScript, because
 * a thread starts outside whatever translates TypeScript for the program. Tells their ports, and ends when it is terminated.
 */
const { parentPort } = require("node:worker_threads");

async function start() {
  const dynamo = require("dynalite")({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  await new Promise((resolve) => dynamo.listen(0, "127.0.0.1", resolve));
  const { startFauxqs } = await import("fauxqs");
  const fauxqs = await startFauxqs({ port: 0, logger: false });
  parentPort.postMessage({ dynamoPort: dynamo.address().port, fauxqsPort: fauxqs.port });
}

start();
