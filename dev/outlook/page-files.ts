import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { transform } from "@swc/core";
import express from "express";

const pageDir = join(dirname(fileURLToPath(import.meta.url)), "page");

/** The mail program's own page may do less than any page needs; the add-in's frame has its own, stricter headers. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; " +
  "connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** Serves the mail program's page; its TypeScript is turned into JavaScript when it is asked for, and kept. */
export function pageFiles(): express.Router {
  const made = new Map<string, Promise<string>>();
  const router = express.Router();
  router.use((_request, response, next) => {
    response.setHeader("Cache-Control", "no-cache");
    response.setHeader("Content-Security-Policy", POLICY);
    next();
  });
  router.get(/^\/page\/[\w/-]+\.ts$/, async (request, response) => {
    const name = request.path.slice("/page/".length);
    const source = made.get(name) ?? compile(join(pageDir, name));
    made.set(name, source);
    response.type("text/javascript").send(await source);
  });
  router.use("/page", express.static(pageDir, { index: false, redirect: false }));
  router.get("/", (request, response) => {
    // Relative addresses need the slash.
    if (!request.originalUrl.split("?")[0]?.endsWith("/")) response.redirect(308, "/outlook/");
    else response.sendFile(join(pageDir, "outlook.html"));
  });
  return router;
}

async function compile(file: string): Promise<string> {
  const made = await transform(await readFile(file, "utf8"), {
    filename: file,
    configFile: false,
    swcrc: false,
    sourceMaps: "inline",
    jsc: { target: "es2022", parser: { syntax: "typescript" } },
    module: { type: "es6" },
  });
  return made.code;
}
