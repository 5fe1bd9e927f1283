/** Header name to value, in the order of the file. */
export type SecurityHeaders = ReadonlyMap<string, string>;

const DIRECTIVE =
  /^\s*add_header\s+([A-Za-z0-9-]+)\s+("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^\s;]+)\s*(?:always)?\s*;/gm;

/**
 * Reads the `add_header` lines of an nginx include file, so that what is tried here is what is deployed.
 * @throws Error when a header stands there twice, or there is none at all.
 */
export function parseSecurityHeaders(source: string): SecurityHeaders {
  const headers = new Map<string, string>();
  for (const [, name, quoted] of source.matchAll(DIRECTIVE)) {
    if (name === undefined || quoted === undefined) continue;
    if (headers.has(name)) throw new Error(`the header ${name} stands twice in the security headers`);
    headers.set(name, unquote(quoted));
  }
  if (headers.size === 0) throw new Error("no add_header line in the security headers");
  return headers;
}

function unquote(text: string): string {
  if (!/^["']/.test(text)) return text;
  return text.slice(1, -1).replace(/\\(["'\\])/g, "$1");
}

/** The same headers, with the stand-in as the only page that may frame the add-in. Nothing else changes. */
export function framedBy(headers: SecurityHeaders, ancestor: string): SecurityHeaders {
  const changed = new Map(headers);
  for (const [name, value] of headers) {
    if (name.toLowerCase() !== "content-security-policy") continue;
    changed.set(name, value.replace(/frame-ancestors[^;]*/, `frame-ancestors ${ancestor}`));
  }
  return changed;
}
