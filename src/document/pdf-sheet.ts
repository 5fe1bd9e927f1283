import { PdfString } from "./pdf-strings.ts";
import { COLOUR, type FontName, type Lettering, MARGIN, PAGE, TEXT_BOTTOM, TEXT_WIDTH } from "./pdf-style.ts";
import { breakLines, type Line } from "./text-lines.ts";

type Structure = PDFKit.PDFStructureElement;

/** A text, and where it leads when it is a link. */
export interface Run {
  readonly text: string;
  readonly href?: string;
}

const UNDERLINE = { below: 1.6, thickness: 0.5 } as const;

/** Lines that have their place on one page. */
interface PlacedLines {
  readonly lines: readonly Line[];
  readonly top: number;
}

/** Where the next block goes, and how text, rules and pages come about. All y are from the top of the page, in points. */
export class Sheet {
  y: number = MARGIN.top;
  readonly #doc: PDFKit.PDFDocument;

  constructor(doc: PDFKit.PDFDocument) {
    this.#doc = doc;
    doc.addPage();
  }

  /** Whether anything stands on this page yet. */
  get atTop(): boolean {
    return this.y <= MARGIN.top;
  }

  newPage(): void {
    this.#doc.addPage();
    this.y = MARGIN.top;
  }

  /** Goes to a new page when `height` no longer fits on this one but would on an empty one. */
  ensure(height: number): void {
    if (this.y + height > TEXT_BOTTOM && !this.atTop && MARGIN.top + height <= TEXT_BOTTOM) this.newPage();
  }

  element(kind: string, parent: Structure): Structure {
    const element = this.#doc.struct(kind);
    parent.add(element);
    return element;
  }

  /** The element that all others are in. */
  root(): Structure {
    const root = this.#doc.struct("Document");
    this.#doc.addStructure(root);
    return root;
  }

  lines(runs: readonly Run[], style: Lettering, width: number = TEXT_WIDTH): readonly Line[] {
    return breakLines(
      runs.map((run) => run.text),
      width,
      this.measure(style.font, style.size),
    );
  }

  measure(font: FontName, size: number): (text: string) => number {
    return (text) => this.#doc.font(font).fontSize(size).widthOfString(text);
  }

  /**
   * Writes lines from `y` downwards as content of `element`, over as many pages as it takes, and leaves `y` below them.
   * A link is an element of its own, with its annotations.
   */
  write(element: Structure, runs: readonly Run[], lines: readonly Line[], style: Lettering, left: number): void {
    let rest = lines;
    while (rest.length > 0) {
      let fitting = Math.floor((TEXT_BOTTOM - this.y) / style.leading);
      if (fitting < 1 && !this.atTop) {
        this.newPage();
        fitting = Math.floor((TEXT_BOTTOM - this.y) / style.leading);
      }
      const placed = { lines: rest.slice(0, Math.max(fitting, 1)), top: this.y };
      for (const [run, { href }] of runs.entries()) this.#writeRun(element, run, href, placed, style, left);
      this.y += placed.lines.length * style.leading;
      rest = rest.slice(placed.lines.length);
    }
  }

  /**
   * Writes what stands to the left of the next text: afterwards `y` is back where it was. Returns the y below it, or
   * the top of the text when the page was turned in between, where the next text goes on.
   */
  beside(write: () => void): number {
    const { y } = this;
    const page = this.#doc.page;
    write();
    if (this.#doc.page !== page) return this.y;
    const below = this.y;
    this.y = y;
    return below;
  }

  /** A horizontal line that is no content. */
  rule(y: number, colour: string, thickness: number): void {
    const right = PAGE.width - MARGIN.right;
    this.#doc.markContent("Artifact", { type: "Layout" });
    this.#doc.moveTo(MARGIN.left, y).lineTo(right, y).lineWidth(thickness).strokeColor(colour).stroke();
    this.#doc.endMarkedContent();
  }

  /** Text in the margin that is no content: on every page its header or footer. */
  aside(text: string, x: number, baseline: number, style: Lettering): void {
    this.#doc.markContent("Artifact", { type: "Pagination" });
    this.#draw(text, x, baseline, style);
    this.#doc.endMarkedContent();
  }

  #writeRun(
    parent: Structure,
    run: number,
    href: string | undefined,
    { lines, top }: PlacedLines,
    style: Lettering,
    left: number,
  ): void {
    const places = lines.flatMap((line, index) =>
      line
        .filter((fragment) => fragment.run === run)
        .map((fragment) => ({ ...fragment, y: top + index * style.leading })),
    );
    if (places.length === 0) return;
    if (href === undefined) {
      parent.add(() => {
        for (const { text, x, y } of places) this.#draw(text, left + x, baseline(y, style), style);
      });
      return;
    }
    const link = this.element("Link", parent);
    link.add(() => {
      for (const { text, x, y } of places) {
        const base = baseline(y, style);
        const width = this.measure(style.font, style.size)(text.trimEnd());
        this.#draw(text, left + x, base, { ...style, colour: COLOUR.accent });
        this.#doc.moveTo(left + x, base + UNDERLINE.below).lineTo(left + x + width, base + UNDERLINE.below);
        this.#doc.lineWidth(UNDERLINE.thickness).strokeColor(COLOUR.accent).stroke();
        const options: PDFKit.Mixins.AnnotationOption = {};
        Object.assign(options, { structParent: link, Contents: new PdfString(href) });
        this.#doc.link(left + x, y, width, style.leading, href, options);
      }
    });
    link.end();
  }

  #draw(text: string, x: number, y: number, style: Lettering): void {
    this.#doc
      .font(style.font)
      .fontSize(style.size)
      .fillColor(style.colour)
      .text(text, x, y, { lineBreak: false, baseline: "alphabetic" });
  }
}

/** Ascender and descender of Noto Sans, in parts of the size (its hhea table). */
const EXTENT = { up: 1.069, down: 0.293 } as const;

/** The baseline of a line whose top is at `y`, with as much room above the letters as below. */
function baseline(y: number, style: Lettering): number {
  return y + style.leading / 2 + ((EXTENT.up - EXTENT.down) / 2) * style.size;
}
