/** One run, three kinds of tests: rules in plain Node, components in jsdom, and journeys in a real browser. */
const transform = {
  "^.+\\.tsx?$": [
    "@swc/jest",
    {
      jsc: {
        target: "es2022",
        parser: { syntax: "typescript", tsx: true },
        transform: { react: { runtime: "automatic" } },
      },
      module: { type: "commonjs" },
    },
  ],
};
/** Published as ES modules alone, which jest does not take as they are. */
const modulesOnly = ["qr"];
const packages = {
  transform: { ...transform, [`/node_modules/(?:${modulesOnly.join("|")})/.+\\.js$`]: transform["^.+\\.tsx?$"] },
  transformIgnorePatterns: [`/node_modules/(?!(?:${modulesOnly.join("|")})/)`],
};

/** What webpack's DefinePlugin puts in the place of the name. */
const globals = { __APP_VERSION__: "0.0.0-test", __TRUSTED_KEYS__: [] };

export default {
  projects: [
    {
      displayName: "node",
      testEnvironment: "node",
      testMatch: ["<rootDir>/test/**/*.test.ts"],
      testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/e2e/"],
      ...packages,
      globals,
    },
    {
      displayName: "jsdom",
      testEnvironment: "jsdom",
      testMatch: ["<rootDir>/test/**/*.test.tsx"],
      ...packages,
      globals,
    },
    {
      displayName: "browser",
      testEnvironment: "node",
      testMatch: ["<rootDir>/test/e2e/**/*.test.ts"],
      ...packages,
      globals,
    },
  ],
};
