/** A string of the PDF, where pdfkit writes a primitive string as a name (`/Row`). */
export class PdfString extends String {}

/**
 * Metadata that the PDF stores as it is and the XMP stream as XML: pdfkit 0.20.2 puts it into that stream unescaped, by
 * way of `toString`, and reads `valueOf` for all else. May go when pdfkit escapes.
 */
export class MetadataText extends String {
  override toString(): string {
    return this.valueOf().replace(/[<>&]/g, (character) => `&#${character.charCodeAt(0)};`);
  }
}

/** Gives a structure element attributes that pdfkit has no option for (ISO 32000-1, 14.8.5). */
export function setAttributes(element: object, attributes: Readonly<Record<string, string | PdfString>>): void {
  if (!("dictionary" in element) || !hasData(element.dictionary)) throw new TypeError("pdfkit: no structure element");
  Object.assign(element.dictionary.data, { A: attributes });
}

function hasData(value: unknown): value is { data: object } {
  return typeof value === "object" && value !== null && "data" in value && typeof value.data === "object";
}
