import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { extname, join } from "node:path";
import { promisify } from "node:util";

const TYPES: Readonly<Record<string, string>> = { ".js": "text/javascript", ".wasm": "application/wasm" };

/** A page that runs `main.js` of a folder, and the folder's files beside it. */
export interface PageServer {
  readonly address: string;
  close(): Promise<void>;
}

/** Serves to this machine itself, which the browser takes for a secure place: WebCrypto needs no certificate. */
export async function servePage(folder: string): Promise<PageServer> {
  const server = serve(folder);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return {
    address: `http://127.0.0.1:${address.port}/`,
    async close() {
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
