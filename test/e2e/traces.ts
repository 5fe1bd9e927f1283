import type { FrameLocator, Page } from "playwright-core";
import { CLIENT } from "./sealed-referral.ts";

/**
 * Two words of the password in a row, however they are joined, and with them the whole of it; each with its number, as it
 * stands on the screen; and the client.
 */
export function secretsOf(password: string): readonly string[] {
  const words = password.split("-");
  const pairs = words.slice(1).map((word, index) => [words[index], word]);
  return [
    ...["-", " ", ""].flatMap((joint) => pairs.map((pair) => pair.join(joint))),
    ...numbered(password),
    ...CLIENT,
  ];
}

/** The words as they stand on the screen. */
export function numbered(password: string): readonly string[] {
  return password.split("-").map((word, index) => `${index + 1}. ${word}`);
}

/** Those of `texts` that stand in the bytes, as UTF-8 (or one byte a letter) or as UTF-16 of either order. */
export function foundIn(bytes: Buffer, texts: readonly string[]): readonly string[] {
  const haystack = bytes.toString("latin1").toLowerCase();
  return texts.filter((text) => {
    const utf16 = Buffer.from(text.toLowerCase(), "utf16le");
    const forms = [Buffer.from(text.toLowerCase()), utf16, Buffer.from(utf16).swap16()];
    return forms.some((form) => haystack.includes(form.toString("latin1")));
  });
}

/** What the pages keep outside the databases, and where they are. */
export async function keptByPages(page: Page): Promise<string> {
  const perFrame = await Promise.all(
    page
      .frames()
      .map((frame) =>
        frame.evaluate(() =>
          JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href, history.state]),
        ),
      ),
  );
  return perFrame.join("\n");
}

/** Everything in the pane's document, with what stands in its fields. */
export function paneDocument(pane: FrameLocator): Promise<string> {
  return pane
    .locator("html")
    .evaluate((html) =>
      [html.outerHTML, ...[...html.querySelectorAll("input, textarea")].map((field) => Object(field).value)].join("\n"),
    );
}
