import type { Content } from "../domain/content.ts";
import type { DocumentErrorCode } from "./document-error.ts";
import type { PdfInfo } from "./pdf.ts";

/** Where the fonts are; absolute, because a Worker's relative addresses start elsewhere than the page's. */
export interface FontUrls {
  readonly regular: string;
  readonly bold: string;
}

/** What the page asks the Worker; `fonts` goes with each, so that the Worker needs no state to begin with. */
export type PdfQuestion =
  | { readonly kind: "warm"; readonly fonts: FontUrls }
  | { readonly kind: "pdf"; readonly fonts: FontUrls; readonly content: Content; readonly info: PdfInfo };

export type PdfRequest = PdfQuestion & { readonly id: number };

/** What the Worker answers, once for each request; `bytes` is empty after `warm`. */
export type PdfAnswer =
  | { readonly id: number; readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly ok: false; readonly code: DocumentErrorCode; readonly message: string };
