import { DocumentError } from "./document-error.ts";
import { makePdf, type PdfFonts } from "./pdf.ts";
import type { FontUrls, PdfAnswer, PdfRequest } from "./pdf-messages.ts";

/** Reads a file from the page's own origin; rejects when it is not there. */
export type Download = (url: string) => Promise<Uint8Array<ArrayBuffer>>;

/** The Worker's side: answers each request, whatever happens, and keeps the fonts once it has them. */
export class PdfService {
  readonly #download: Download;
  readonly #fonts = new Map<string, Promise<PdfFonts>>();

  constructor(download: Download) {
    this.#download = download;
  }

  async answer(request: PdfRequest): Promise<PdfAnswer> {
    const { id } = request;
    try {
      const fonts = await this.#load(request.fonts);
      const bytes = request.kind === "pdf" ? await draw(request, fonts) : await warm(fonts);
      return { id, ok: true, bytes };
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error;
      return { id, ok: false, code: error.code, message: error.message };
    }
  }

  async #load(urls: FontUrls): Promise<PdfFonts> {
    const key = JSON.stringify([urls.regular, urls.bold]);
    const loading = this.#fonts.get(key) ?? this.#downloadBoth(urls);
    this.#fonts.set(key, loading);
    try {
      return await loading;
    } catch (error) {
      // The next request tries again.
      this.#fonts.delete(key);
      throw new DocumentError("fonts-unavailable", "The document's fonts could not be loaded", { cause: error });
    }
  }

  async #downloadBoth({ regular, bold }: FontUrls): Promise<PdfFonts> {
    const [first, second] = await Promise.all([this.#download(regular), this.#download(bold)]);
    return { regular: first, bold: second };
  }
}

async function draw(
  { content, info }: PdfRequest & { kind: "pdf" },
  fonts: PdfFonts,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await makePdf(content, info, fonts);
  } catch (error) {
    // The engine's own message may quote from the document; its kind does not.
    const kind = error instanceof Error ? error.name : typeof error;
    throw new DocumentError("engine-failed", `The document engine failed (${kind})`);
  }
}

/** A page with every kind of block: what the engine does for the first time it does slowly. */
async function warm(fonts: PdfFonts): Promise<Uint8Array<ArrayBuffer>> {
  const request = {
    id: 0,
    kind: "pdf",
    fonts: { regular: "", bold: "" },
    info: { author: "-", subject: "-", madeAt: "2026-01-01T00:00:00Z" },
    content: {
      title: "abcdefghijklm",
      blocks: [
        { kind: "heading", text: "nopqrstuvwxyz" },
        { kind: "paragraph", content: ["é ", { text: "-", href: "https://-" }] },
        { kind: "list", numbered: true, items: [["0123456789"]] },
        { kind: "table", caption: "-", rows: [{ label: "ABCDEFGHIJKLM", value: "NOPQRSTUVWXYZ" }] },
      ],
    },
  } as const;
  await draw(request, fonts);
  return new Uint8Array(0);
}
