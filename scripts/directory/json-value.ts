const PLAIN_KEY = /^[^.[\]"\p{C}\p{Z}]+$/u;
const STEP = /\["(?:[^"\\]|\\.)*"\]|[^.[\]]+/g;

/**
 * Where a value stands, as `pathText` of the rules writes it; a key that could be taken for a path, or that hides
 * something, stands between quotes: `protocols[0]["recipient.kbo"]`.
 */
export function keysText(keys: readonly (string | number)[]): string {
  return keys.map(keyText).join("").replace(/^\./, "");
}

function keyText(key: string | number): string {
  if (typeof key === "number") return `[${key}]`;
  return PLAIN_KEY.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}

/** The value at a path such as `protocols[0].recipient.kbo`; `undefined` where there is none. */
export function valueAt(json: unknown, path: string): unknown {
  let at: unknown = json;
  for (const step of path.match(STEP) ?? []) {
    if (typeof at !== "object" || at === null) return undefined;
    const key = step.startsWith("[") ? String(JSON.parse(step.slice(1, -1))) : step;
    at = Object.getOwnPropertyDescriptor(at, key)?.value;
  }
  return at;
}

/** What `text` says in JSON; `undefined`, which no schema takes, for what is none. */
export function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // The parser's message would quote the file.
  }
}
