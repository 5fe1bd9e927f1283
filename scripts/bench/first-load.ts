import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Row } from "./row.ts";

/** Written by the production build: the scripts that each page loads first. */
const FACTS = "out/build.json";
/** kB gzip; a team member opens the pane while somebody sits opposite. */
const TARGET_KB = 170;

/** Measures the build in dist/, which `npm run build` makes. */
export async function benchFirstLoad(): Promise<readonly Row[]> {
  if (!existsSync(FACTS)) return [{ name: "not built: npm run build", measured: "" }];
  const { first }: { readonly first: Readonly<Record<string, readonly string[]>> } = JSON.parse(
    readFileSync(FACTS, "utf8"),
  );
  return Object.entries(first).map(([page, files]) => {
    const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(join("dist", file))).byteLength, 0);
    return { name: `${page} page`, measured: `${bytes} B`, value: bytes / 1000, target: TARGET_KB };
  });
}
