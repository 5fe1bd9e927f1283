/**
 * Who may import whom. Rings of imports are Biome's job (noImportCycles), which can tell the types that are erased from
 * the code that runs; this tool cannot with TypeScript 7. `Office.` needs no rule: the other layers' tsconfig.json give
 * them no such name, so it does not compile. The table is the one in docs/decisions.md; test/house proves that each rule bites.
 */

/** Layer by folder of src: the folders it may import besides itself. */
const LAYERS = {
  domain: [],
  archive: [],
  password: [],
  document: ["domain"],
  directory: ["domain"],
  texts: ["domain"],
  application: ["domain", "archive", "password", "document", "directory", "texts"],
  office: ["domain", "application/(?:ports|outlook-error)"],
  storage: ["domain", "application/(?:ports|outlook-error)"],
  adapters: ["domain", "application/(?:ports|outlook-error)"],
  workers: ["domain", "archive", "document"],
  guard: ["domain", "texts/nl/guard"],
  taskpane: [
    "domain",
    "archive",
    "password",
    "document",
    "directory",
    "texts",
    "application",
    "office",
    "storage",
    "adapters",
    "workers",
  ],
};

/** Package by the layers that may import it; a package that is not here may not be imported in src at all. */
const PACKAGES = {
  "libsodium-wrappers": ["adapters"],
  "libphonenumber-js": ["adapters"],
  "@microsoft/office-js-helpers": ["adapters"],
  pdfkit: ["document"],
  "hash-wasm": ["archive"],
  idb: ["storage"],
  qr: ["adapters"],
  valibot: ["directory", "document"],
  react: ["taskpane"],
  "react-dom": ["taskpane"],
  "@fluentui": ["taskpane"],
};

const layerRules = Object.entries(LAYERS).map(([layer, others]) => ({
  name: `${layer}-imports`,
  comment: `src/${layer} may import ${others.length > 0 ? others.join(", ") : "nothing outside itself"}.`,
  severity: "error",
  from: { path: `^src/${layer}/` },
  to: { path: "^src/", pathNot: `^src/(?:${[layer, ...others].join("|")})[/.]` },
}));

const packageRules = Object.entries(PACKAGES).map(([name, layers]) => ({
  name: `${name.replace(/^@/, "").replace("/", "-")}-place`,
  comment: `${name} may be imported in ${layers.map((layer) => `src/${layer}`).join(" and ")} only.`,
  severity: "error",
  from: { path: "^src/", pathNot: `^src/(?:${layers.join("|")})/` },
  to: { path: `node_modules/${name}/` },
}));

export default {
  forbidden: [
    ...layerRules,
    ...packageRules,
    {
      name: "known-packages",
      comment: "A package in src needs a place in PACKAGES above and a line in docs/decisions.md.",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "node_modules/", pathNot: `node_modules/(?:@types/|(?:${Object.keys(PACKAGES).join("|")})/)` },
    },
    {
      name: "known-layers",
      comment: "A folder in src needs a row in LAYERS above.",
      severity: "error",
      from: { path: "^src/", pathNot: `^src/(?:${Object.keys(LAYERS).join("|")})/` },
      to: {},
    },
    {
      name: "src-stands-alone",
      comment: "Nothing that is shipped imports what is not: dev, test, scripts, or Node itself.",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^(?:dev|test|scripts)/" },
    },
    {
      name: "no-node-in-src",
      comment: "It runs in Outlook, where there is no Node.",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "no-orphans",
      comment:
        "A file that nothing imports and that imports nothing is left over. Entries, workers and configuration aside.",
      severity: "error",
      from: {
        orphan: true,
        pathNot: ["\\.d\\.ts$", "\\.worker\\.ts$", "^src/taskpane/fabric-config\\.js$", "^scripts/", "^dev/", "^test/"],
      },
      to: {},
    },
    {
      name: "resolvable",
      comment: "An import that leads nowhere.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    // Type imports count: a layer that names another's types depends on it.
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["browser", "import", "require", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    },
  },
};
