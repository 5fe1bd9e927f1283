import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { atMost, type Row, type Table } from "./row.ts";

/** Written by the production build: the scripts that each page loads first. */
const FACTS = "out/build.json";
/** kB gzip; a team member opens the pane while somebody sits opposite. */
const TARGET = atMost(170);

/** Measures the build in dist/, which `npm run build` makes. */
export function benchFirstLoad(): Promise<Table> {
  const rows = existsSync(FACTS) ? pages() : [{ name: "not built: npm run build" }];
  return Promise.resolve({ title: "JavaScript before the first screen", columns: ["kB gzip"], rows });
}

function pages(): readonly Row[] {
  const { first }: { readonly first: Readonly<Record<string, readonly string[]>> } = JSON.parse(
    readFileSync(FACTS, "utf8"),
  );
  return Object.entries(first).map(([page, files]) => {
    const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(join("dist", file))).byteLength, 0);
    return {
      name: `${page} page`,
      measured: `${bytes} B`,
      figures: { "kB gzip": { value: bytes / 1000, target: TARGET } },
    };
  });
}
