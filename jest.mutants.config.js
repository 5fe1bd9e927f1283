/** The tests that a mutation run asks (stryker.config.mjs): quick ones that say the same each time. */
export default {
  testEnvironment: "node",
  testMatch: ["<rootDir>/test/archive/**/*.test.ts"],
  // Random input and flipped bits find mutants by accident, and slowly; another process does not see them.
  testPathIgnorePatterns: [
    "/node_modules/",
    "(fuzz|flips|header-property|sealed-property|hostile-memory|large|long-derivation).test.ts",
  ],
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      { jsc: { target: "es2022", parser: { syntax: "typescript" } }, module: { type: "commonjs" } },
    ],
  },
};
