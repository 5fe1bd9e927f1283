import { promisify } from "node:util";
import webpack from "webpack";

/** What to bundle, and how the result lies on disk. */
export interface BundleOptions {
  /** Paths by the name of the script, without its ".js". */
  readonly entry: Readonly<Record<string, string>>;
  readonly folder: string;
  /** Keep what the entry exports, as a module; without, the entry is a program. */
  readonly library?: boolean;
  /** Put webpack's own code, which loads the chunks, into a script of its own. */
  readonly runtimeApart?: boolean;
}

/** Bundles for the browser with the production build's loader, target and minimiser (webpack.config.js). */
export async function bundle({ entry, folder, library = false, runtimeApart = false }: BundleOptions): Promise<void> {
  const compiler = webpack({
    mode: "production",
    target: ["web", "es2022"],
    devtool: false,
    entry,
    output: {
      path: folder,
      publicPath: "auto",
      filename: "[name].js",
      chunkFilename: "chunk-[id].js",
      ...(library ? { module: true, library: { type: "module" } } : {}),
    },
    experiments: { outputModule: library },
    // 7z-wasm asks for this in Node only.
    resolve: { fallback: { module: false } },
    module: {
      rules: [
        {
          test: /\.ts$/,
          loader: "swc-loader",
          options: { jsc: { target: "es2022", parser: { syntax: "typescript" } } },
        },
      ],
    },
    optimization: { runtimeChunk: runtimeApart ? "single" : false },
    performance: { hints: false },
  });
  const stats = await promisify(compiler.run.bind(compiler))();
  await promisify(compiler.close.bind(compiler))();
  if (stats?.hasErrors() !== false) throw new Error(stats?.toString("errors-only") ?? "webpack gave no result");
}
