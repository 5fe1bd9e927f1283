/** A sentence of somebody else's, with a stop where it has none. */
export function withStop(text: string): string {
  return /[.?]$/.test(text) ? text : `${text}.`;
}
