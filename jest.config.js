/** @type {import("jest").Config} */
module.exports = {
  testMatch: ["<rootDir>/**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/", "/.local/"],
  // Types are checked once, by `npm run check`; here TypeScript is only stripped.
  transform: { "^.+\\.ts$": ["ts-jest", { diagnostics: false }] },
  // A promise that nobody awaits and that fails is a failed test, not a dead process.
  waitForUnhandledRejections: true,
};
