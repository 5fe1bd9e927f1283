/** How the document looks. Lengths in points (1/72 inch) on A4, y downwards; colours as pdfkit takes them. */

export const PAGE = { width: 595.28, height: 841.89 } as const;

/** What text keeps free at each edge: 24 mm left and right, and room for header and footer. */
export const MARGIN = { left: 68, right: 68, top: 64, bottom: 72 } as const;

export const TEXT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right;
export const TEXT_BOTTOM = PAGE.height - MARGIN.bottom;

/** Text 15.8:1 and labels 7.6:1 on white (WCAG 2.2, 1.4.6 asks 7:1). */
export const COLOUR = { text: "#1d252c", label: "#47535e", accent: "#12566a", rule: "#d3dade" } as const;

/** The names under which both fonts are known to the document. */
export type FontName = "regular" | "bold";

/** One way of writing: size and distance between baselines in points. */
export interface Lettering {
  readonly font: FontName;
  readonly size: number;
  readonly leading: number;
  readonly colour: string;
}

export const LETTERING = {
  title: { font: "bold", size: 19, leading: 25, colour: COLOUR.accent },
  heading: { font: "bold", size: 12.5, leading: 17, colour: COLOUR.accent },
  body: { font: "regular", size: 10.5, leading: 15.2, colour: COLOUR.text },
  label: { font: "regular", size: 10.5, leading: 15.2, colour: COLOUR.label },
  margin: { font: "regular", size: 8.5, leading: 12, colour: COLOUR.label },
} as const satisfies Record<string, Lettering>;

/** Distances above and below the blocks, and inside a table. */
export const SPACE = {
  underTitle: 20,
  aboveHeading: 14,
  underHeading: 4,
  underParagraph: 7,
  underItem: 3,
  underList: 5,
  underTable: 9,
  rowPadding: 4,
  columnGap: 14,
  labelColumn: 118,
  listIndent: 17,
} as const;
