import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { launchBrowser } from "../../../dev/demo/browser.ts";
import { bundle } from "../bundle.ts";
import type { ArchivePage } from "./page.ts";

/** The page in a headless browser. */
export interface OpenArchivePage extends ArchivePage {
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = { ".js": "text/javascript", ".wasm": "application/wasm" };

/** Bundles `page.ts` into `folder` as production does, serves the folder on this machine, and opens the page. */
export async function openArchivePage(folder: string): Promise<OpenArchivePage> {
  await bundle({ entry: { main: join(import.meta.dirname, "page.ts") }, folder });
  const server = serve(folder);
  // The browser takes this machine itself for a secure place, and gives it WebCrypto without a certificate.
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  const browser = await launchBrowser();
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${address.port}/`);
  await page.waitForFunction(() => "archivePage" in window);
  return {
    lap: (...asked) => page.evaluate((question) => window.archivePage.lap(...question), asked),
    lzma: (...asked) => page.evaluate((question) => window.archivePage.lzma(...question), asked),
    async close() {
      await browser.close();
      server.closeAllConnections();
      await promisify(server.close.bind(server))();
    },
  };
}

function serve(folder: string): Server {
  return createServer((request, response) => {
    const name = new URL(request.url ?? "/", "http://localhost").pathname.slice(1);
    if (name === "") {
      response.setHeader("content-type", "text/html").end('<!doctype html><script src="main.js" defer></script>');
      return;
    }
    readFile(join(folder, name)).then(
      (bytes) => response.setHeader("content-type", TYPES[extname(name)] ?? "application/octet-stream").end(bytes),
      () => response.writeHead(404).end(),
    );
  });
}
