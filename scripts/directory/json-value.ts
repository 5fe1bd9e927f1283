/** The value at a path such as `protocols[0].recipient.kbo`; `undefined` where there is none. */
export function valueAt(json: unknown, path: string): unknown {
  let at: unknown = json;
  for (const key of path.match(/[^.[\]]+/g) ?? []) {
    if (typeof at !== "object" || at === null) return undefined;
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
