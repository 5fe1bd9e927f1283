import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The one block of code in docs/archive-format.md that is written in this language. */
export function codeOfPage(language: "sh" | "py"): string {
  const page = readFileSync(join(__dirname, "..", "..", "docs", "archive-format.md"), "utf8");
  const blocks = [...page.matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(([, name, code]) =>
    name === language && code !== undefined ? [code] : [],
  );
  const [code] = blocks;
  if (code === undefined || blocks.length > 1) throw new Error(`${blocks.length} blocks of ${language}, 1 expected`);
  return code;
}
