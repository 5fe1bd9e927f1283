/**
 * `npm run mutants`: changes src/archive in thousands of small ways, one at a time, and looks whether a test notices
 * (Stryker). Takes an hour or more and wants a machine that does nothing else, so it is started by hand; a part:
 * `npm run mutants -- --mutate src/archive/folder.ts`. What survives and why stands in docs/mutants.md.
 */
export default {
  testRunner: "jest",
  plugins: ["@stryker-mutator/jest-runner"],
  // Stryker's own look at tsconfig.json wants a compiler, which TypeScript 7 has not.
  tsconfigFile: "none.json",
  // The Worker's entry holds no more than messages; a browser runs it (test/e2e/archive-worker.test.ts).
  mutate: ["src/archive/*.ts", "!src/archive/archive.worker.ts"],
  coverageAnalysis: "perTest",
  jest: { projectType: "custom", configFile: "jest.mutants.config.js", enableFindRelatedTests: false },
  // Generous: a mutant that is only slow, because the machine is, must not count as noticed.
  timeoutMS: 15_000,
  tempDirName: "out/mutants/tmp",
  reporters: ["clear-text", "progress", "json", "html"],
  clearTextReporter: { reportTests: false, allowColor: false },
  jsonReporter: { fileName: "out/mutants/mutants.json" },
  htmlReporter: { fileName: "out/mutants/mutants.html" },
  thresholds: { high: 95, low: 90, break: 85 },
  ignorePatterns: ["dist", "out", "assets"],
};
