/** A stretch of text, or a link whose text says where it goes. */
export type Inline = string | { readonly text: string; readonly href: string };

/** One block of a text that people read; the renderers (mail, PDF) decide how it looks. */
export type Block =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "paragraph"; readonly content: readonly Inline[] }
  | { readonly kind: "list"; readonly numbered: boolean; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: "table"; readonly caption: string; readonly rows: readonly TableRow[] };

export interface TableRow {
  readonly label: string;
  readonly value: string;
}

/** A whole text: the referral document or the message. */
export interface Content {
  readonly title: string;
  readonly blocks: readonly Block[];
}
