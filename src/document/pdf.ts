import PDFDocument from "pdfkit";
import type { Content } from "../domain/content.ts";
import { writeBlock, writeTitle } from "./pdf-blocks.ts";
import { Sheet } from "./pdf-sheet.ts";
import { MetadataText } from "./pdf-strings.ts";
import { LETTERING, MARGIN, PAGE } from "./pdf-style.ts";

/** The document's fonts: TrueType files that have every letter of `fontHasLetter`. */
export interface PdfFonts {
  readonly regular: Uint8Array<ArrayBuffer>;
  readonly bold: Uint8Array<ArrayBuffer>;
}

/** What the PDF says about itself besides its content. */
export interface PdfInfo {
  readonly author: string;
  readonly subject: string;
  /** ISO 8601 with offset; the PDF has no other time. */
  readonly madeAt: string;
}

/** The language of every document, as BCP 47 has it. */
const LANGUAGE = "nl-BE";

/**
 * The content as PDF 1.7: A4, tagged, searchable, with the used letters of the fonts inside. The same input gives the
 * same bytes on the same platform. Rejects with whatever the engine throws.
 */
export async function makePdf(content: Content, info: PdfInfo, fonts: PdfFonts): Promise<Uint8Array<ArrayBuffer>> {
  const about = {
    Title: content.title,
    Author: info.author,
    Subject: info.subject,
    Creator: "Veilig doorverwijzen",
    Producer: "PDFKit",
    CreationDate: madeDate(info.madeAt),
  };
  const doc = new PDFDocument({
    size: "A4",
    // Nothing is left to pdfkit's own page breaks.
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: "1.7",
    tagged: true,
    lang: LANGUAGE,
    displayTitle: true,
    // No font of pdfkit's own: those are not embedded.
    font: "",
    info: about,
  });
  Object.assign(doc.info, {
    Title: new MetadataText(about.Title),
    Author: new MetadataText(about.Author),
    Subject: new MetadataText(about.Subject),
  });
  doc.registerFont("regular", fonts.regular);
  doc.registerFont("bold", fonts.bold);

  const bytes = collect(doc);
  const sheet = new Sheet(doc);
  const root = sheet.root();
  writeTitle(sheet, root, content.title);
  for (const block of content.blocks) writeBlock(sheet, root, block);
  root.end();
  writeMargins(doc, sheet, content.title, info.subject);
  doc.end();
  return bytes;
}

const HEADER_BASELINE = 40;
const FOOTER_BASELINE = PAGE.height - 38;

/** Header (from the second page, where the title is not on the page itself) and footer with the page's number. */
function writeMargins(doc: PDFKit.PDFDocument, sheet: Sheet, title: string, subject: string): void {
  const { count } = doc.bufferedPageRange();
  const style = LETTERING.margin;
  const measure = sheet.measure(style.font, style.size);
  const oneLine = (text: string): string => {
    const [first, ...rest] = sheet.lines([{ text }], style, PAGE.width - MARGIN.left - MARGIN.right - NUMBER_ROOM);
    const shown = (first ?? [])
      .map((fragment) => fragment.text)
      .join("")
      .trimEnd();
    return rest.length > 0 ? `${shown}…` : shown;
  };
  for (let page = 0; page < count; page++) {
    doc.switchToPage(page);
    if (page > 0) sheet.aside(oneLine(title), MARGIN.left, HEADER_BASELINE, style);
    sheet.aside(oneLine(subject), MARGIN.left, FOOTER_BASELINE, style);
    const number = `${page + 1} / ${count}`;
    sheet.aside(number, PAGE.width - MARGIN.right - measure(number), FOOTER_BASELINE, style);
  }
}

/** What the footer keeps free for the page's number. */
const NUMBER_ROOM = 48;

function madeDate(madeAt: string): Date {
  const date = new Date(madeAt);
  if (Number.isNaN(date.getTime())) throw new RangeError("makePdf: expected info.madeAt in ISO 8601");
  return date;
}

function collect(doc: PDFKit.PDFDocument): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    doc.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    doc.on("error", reject);
    doc.on("end", () => {
      const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
      let offset = 0;
      for (const chunk of chunks) {
        bytes.set(chunk, offset);
        offset += chunk.length;
      }
      resolve(bytes);
    });
  });
}
