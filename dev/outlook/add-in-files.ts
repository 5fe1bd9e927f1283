import { readFile } from "node:fs/promises";
import { join, normalize } from "node:path";
import express from "express";
import { withLocalOffice } from "./office-library.ts";
import type { SecurityHeaders } from "./security-headers.ts";

/** Where the add-in's files are, and the headers that they are sent with. */
export interface AddInFiles {
  /** The production build. */
  readonly distDir: string;
  /** Icons are also looked for here: they exist before the first build. */
  readonly assetsDir: string;
  readonly headers: SecurityHeaders;
}

/** Serves the production build byte for byte under the production headers; only office.js comes from here. */
export function addInFiles(files: AddInFiles): express.Router {
  const router = express.Router();
  router.use((_request, response, next) => {
    for (const [name, value] of files.headers) response.setHeader(name, value);
    next();
  });
  router.get(/\.html$/, async (request, response, next) => {
    const path = normalize(decodeURIComponent(request.path));
    try {
      const html = await readFile(join(files.distDir, path), "utf8");
      response.type("html").setHeader("Cache-Control", "no-cache").send(withLocalOffice(html));
    } catch {
      next(); // No such page: the answer for that is at the end of the line.
    }
  });
  router.use(express.static(files.distDir, { index: false, redirect: false }));
  router.use("/assets", express.static(files.assetsDir, { index: false, redirect: false }));
  return router;
}
