import { readFile } from "node:fs/promises";
import { join } from "node:path";
import express from "express";
import type { Directory } from "../../src/directory/directory.ts";
import { parseDirectory } from "../../src/directory/parse-directory.ts";
import { signForDevelopment } from "../directory/development-key.ts";
import type { SecurityHeaders } from "./security-headers.ts";

/** `directory.json` and its signature, to the byte. */
export interface DirectoryFiles {
  readonly directory: Uint8Array;
  readonly signature: Uint8Array;
}

/** Which directory the stand-in hosts: the real one, or that of invented places. */
export type DirectoryName = "real" | "demo";

const SOURCES: Readonly<Record<DirectoryName, string>> = {
  real: "protocols/directory.json",
  demo: "protocols/demo/directory.json",
};

/** The directory of the project, valid for a year from today and signed with the key of development. */
export async function freshDirectory(root: string, name: DirectoryName): Promise<DirectoryFiles> {
  const json = JSON.parse(await readFile(join(root, SOURCES[name]), "utf8"));
  const validUntil = new Date();
  validUntil.setUTCFullYear(validUntil.getUTCFullYear() + 1);
  return signedForDevelopment({ ...json, validUntil: validUntil.toISOString().slice(0, 10) });
}

/** A directory, whatever is in it, signed with the key of development. */
export async function signedForDevelopment(json: unknown): Promise<DirectoryFiles> {
  const directory = new TextEncoder().encode(`${JSON.stringify(json, null, 2)}\n`);
  return { directory, signature: await signForDevelopment(directory) };
}

/** What a directory of the project says. */
export function readHosted({ directory }: DirectoryFiles): Directory {
  const read = parseDirectory(JSON.parse(new TextDecoder().decode(directory)));
  if (!read.ok) throw new TypeError(`the directory is refused: ${JSON.stringify(read.issues)}`);
  return read.directory;
}

/** Serves what `hosted` gives at the moment, before the build's own; `null`: the host has trouble. */
export function hostedDirectory(headers: SecurityHeaders, hosted: () => DirectoryFiles | null): express.Router {
  const router = express.Router();
  const serve = (path: string, type: string, bytesOf: (files: DirectoryFiles) => Uint8Array): void => {
    router.get(path, (_request, response) => {
      for (const [name, value] of headers) response.setHeader(name, value);
      const files = hosted();
      if (files === null) response.status(503).end();
      else
        response
          .type(type)
          .setHeader("Cache-Control", "no-cache")
          .send(Buffer.from(bytesOf(files)));
    });
  };
  serve("/protocols/directory.json", "json", ({ directory }) => directory);
  serve("/protocols/directory.json.sig", "text", ({ signature }) => signature);
  return router;
}
