/** Published as ECMAScript modules only; what Jest loads with `require` is made CommonJS first. */
const modulePackages = "@echogarden/fvad-wasm|temporal-polyfill|temporal-utils|commander";

/** @type {import("jest").Config} */
module.exports = {
  testMatch: ["<rootDir>/**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/", "/.local/"],
  // Types are checked once, by `npm run check`; here TypeScript is only stripped.
  transform: {
    "^.+\\.ts$": ["ts-jest", { diagnostics: false }],
    [`/node_modules/(${modulePackages})/.+\\.js$`]: [
      "ts-jest",
      { diagnostics: false, tsconfig: { allowJs: true, module: "commonjs", target: "es2023", isolatedModules: true } },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${modulePackages})/)`],
  // Many tests wait for real wires, so both cores of a small machine are used.
  maxWorkers: "100%",
  // Tests of processes and real wires wait for them; a busy machine must not turn them red.
  testTimeout: 60_000,
  // A promise that nobody awaits and that fails is a failed test, not a dead process.
  waitForUnhandledRejections: true,
};
