/** `text` that cannot steer a terminal, nor turn text around: each such sign becomes U+FFFD. Line ends stay. */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (sign) => (sign === "\n" ? sign : "\ufffd"));
}

/** As `visible`, and on one line, so that what a file holds cannot pass for a line of ours. */
export function onOneLine(text: string): string {
  return visible(text).replaceAll("\n", "\ufffd");
}
