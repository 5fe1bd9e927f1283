import { CONTENTS } from "./content.ts";
import { ENCRYPTION } from "./encryption.ts";
import { ENTRY_NAMES } from "./entry-names.ts";
import { FOLDER_GRAPH } from "./folder-graph.ts";
import { type HostileCase, hostileCase } from "./hostile-case.ts";
import { LIMITS } from "./limits.ts";
import { ORDER } from "./order.ts";
import { PROTECTION } from "./protection.ts";

/** What the reader holds an archive to, with archives on both sides of each rule. */
export const RULES: readonly { readonly rule: string; readonly cases: readonly HostileCase[] }[] = [
  { rule: "sizes and numbers are below their limits", cases: LIMITS.map(hostileCase) },
  { rule: "each part stands in its place, once", cases: ORDER.map(hostileCase) },
  { rule: "coders make one chain", cases: FOLDER_GRAPH.map(hostileCase) },
  { rule: "encryption is as 7-Zip does it, with two keys at most", cases: ENCRYPTION.map(hostileCase) },
  { rule: "contents are what was said of them", cases: CONTENTS.map(hostileCase) },
  { rule: "everything is encrypted", cases: PROTECTION.map(hostileCase) },
  { rule: "names are safe on every system", cases: ENTRY_NAMES.map(hostileCase) },
];
