/** A sentence of somebody else's, with a stop where it has none; a comma or semicolon at its end was that of a list. */
export function withStop(text: string): string {
  if (/[.?!…:][)"”’]?$/.test(text)) return text;
  return `${text.replace(/[;,]$/, "")}.`;
}
