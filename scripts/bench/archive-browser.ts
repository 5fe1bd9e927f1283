import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { promisify } from "node:util";
import webpack from "webpack";
import { launchBrowser } from "../../dev/demo/browser.ts";
import type { SealingTimes } from "./archive-page.ts";

/** A page in a headless browser that has the archive engine. */
export interface OpenArchivePage {
  seal(contentSize: number, password: string): Promise<SealingTimes>;
  close(): Promise<void>;
}

/** Bundles `archive-page.ts` into `folder` as production does, serves it on this machine, and opens it. */
export async function openArchivePage(folder: string): Promise<OpenArchivePage> {
  await bundle(folder);
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? "/", "http://localhost").pathname.slice(1);
    if (name === "") {
      response.setHeader("content-type", "text/html").end('<!doctype html><script src="main.js" defer></script>');
      return;
    }
    readFile(join(folder, name)).then(
      (script) => response.setHeader("content-type", "text/javascript").end(script),
      () => response.writeHead(404).end(),
    );
  });
  // The browser takes this machine itself for a secure place, and gives it WebCrypto without a certificate.
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  const browser = await launchBrowser();
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${address.port}/`);
  await page.waitForFunction(() => "archivePage" in window);
  return {
    seal: (contentSize, password) =>
      page.evaluate(([size, word]) => window.archivePage.seal(size, word), [contentSize, password] as const),
    async close() {
      await browser.close();
      server.closeAllConnections();
      await promisify(server.close.bind(server))();
    },
  };
}

async function bundle(folder: string): Promise<void> {
  const compiler = webpack({
    mode: "production",
    target: ["web", "es2022"],
    devtool: false,
    entry: join(import.meta.dirname, "archive-page.ts"),
    output: { path: folder, publicPath: "auto" },
    module: {
      rules: [
        {
          test: /\.ts$/,
          loader: "swc-loader",
          options: { jsc: { target: "es2022", parser: { syntax: "typescript" } } },
        },
      ],
    },
  });
  const stats = await promisify(compiler.run.bind(compiler))();
  await promisify(compiler.close.bind(compiler))();
  if (stats?.hasErrors() !== false) throw new Error(stats?.toString("errors-only") ?? "webpack gave no result");
}
