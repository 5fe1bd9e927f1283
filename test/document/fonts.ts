import { readFileSync } from "node:fs";
import type { PdfFonts } from "../../src/document/pdf.ts";

/** The font file of a weight, as it is shipped. */
export function fontFile(weight: "Regular" | "Bold"): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(`assets/fonts/NotoSans-${weight}-Latin.ttf`));
}

export const FONTS: PdfFonts = { regular: fontFile("Regular"), bold: fontFile("Bold") };
