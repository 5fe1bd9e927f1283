import { parseArgs } from "node:util";
import { ToolError } from "./tool-error.ts";

/** What a command takes: options with a value, options without one, and at most so many files. */
export interface Usage {
  readonly values?: readonly string[];
  readonly flags?: readonly string[];
  readonly files: { readonly least: number; readonly most: number };
}

export interface Arguments {
  readonly values: ReadonlyMap<string, string>;
  readonly flags: ReadonlySet<string>;
  readonly files: readonly string[];
}

/** The arguments as `usage` wants them. Throws a ToolError that names what is too many or too few. */
export function readArguments(args: readonly string[], { values = [], flags = [], files }: Usage): Arguments {
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries([
      ...values.map((name) => [name, { type: "string" }] as const),
      ...flags.map((name) => [name, { type: "boolean" }] as const),
    ]),
    strict: false,
    tokens: true,
  });
  const given = new Map<string, string>();
  const raised = new Set<string>();
  const named: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") named.push(token.value);
    if (token.kind !== "option") continue;
    const { name, rawName, value } = token;
    if (![...values, ...flags].includes(name)) throw new ToolError(`Deze keuze bestaat niet: ${rawName}.`);
    if (given.has(name) || raised.has(name)) throw new ToolError(`${rawName} staat er twee keer.`);
    if (flags.includes(name)) {
      if (value !== undefined) throw new ToolError(`Na ${rawName} hoort geen waarde.`);
      raised.add(name);
    } else {
      if (value === undefined || value === "" || (!token.inlineValue && value.startsWith("--"))) {
        throw new ToolError(`Na ${rawName} hoort een waarde.`);
      }
      given.set(name, value);
    }
  }
  if (named.length > files.most) throw new ToolError(`Te veel bestanden: ${named.slice(files.most).join(", ")}.`);
  if (named.length < files.least) {
    throw new ToolError(files.least === 1 ? "Noem het bestand." : `Noem ${files.least} bestanden.`);
  }
  return { values: given, flags: raised, files: named };
}
