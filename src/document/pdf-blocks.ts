import type { Block, Inline, TableRow } from "../domain/content.ts";
import type { Run, Sheet } from "./pdf-sheet.ts";
import { PdfString, setAttributes } from "./pdf-strings.ts";
import { COLOUR, LETTERING, MARGIN, SPACE, TEXT_WIDTH } from "./pdf-style.ts";

type Structure = PDFKit.PDFStructureElement;

const VALUE_LEFT = MARGIN.left + SPACE.labelColumn + SPACE.columnGap;
const VALUE_WIDTH = TEXT_WIDTH - SPACE.labelColumn - SPACE.columnGap;
/** Lines that a heading wants under it on the same page. */
const KEPT_WITH_HEADING = 3;
const RULE = 0.5;
const TITLE_RULE = 1.25;

/** The title of the document with its rule (H1). */
export function writeTitle(sheet: Sheet, root: Structure, title: string): void {
  writeText(sheet, sheet.element("H1", root), [{ text: title }], "title");
  sheet.y += 7;
  sheet.rule(sheet.y, COLOUR.accent, TITLE_RULE);
  sheet.y += SPACE.underTitle;
}

/** One block of the content at the place where the sheet is. */
export function writeBlock(sheet: Sheet, root: Structure, block: Block): void {
  switch (block.kind) {
    case "heading":
      writeHeading(sheet, root, block.text);
      break;
    case "paragraph":
      writeText(sheet, sheet.element("P", root), block.content.map(runOf), "body");
      sheet.y += SPACE.underParagraph;
      break;
    case "list":
      writeList(sheet, root, block.items, block.numbered);
      break;
    case "table":
      writeTable(sheet, root, block.rows, block.caption);
      break;
  }
}

function writeHeading(sheet: Sheet, root: Structure, text: string): void {
  if (!sheet.atTop) sheet.y += SPACE.aboveHeading;
  sheet.ensure(LETTERING.heading.leading + SPACE.underHeading + KEPT_WITH_HEADING * LETTERING.body.leading);
  writeText(sheet, sheet.element("H2", root), [{ text }], "heading");
  sheet.y += SPACE.underHeading;
}

function writeText(sheet: Sheet, element: Structure, runs: readonly Run[], style: "title" | "heading" | "body"): void {
  const lettering = LETTERING[style];
  const lines = sheet.lines(runs, lettering);
  sheet.ensure(lines.length * lettering.leading);
  sheet.write(element, runs, lines, lettering, MARGIN.left);
  element.end();
}

function writeList(sheet: Sheet, root: Structure, items: readonly (readonly Inline[])[], numbered: boolean): void {
  const list = sheet.element("L", root);
  setAttributes(list, { O: "List", ListNumbering: numbered ? "Decimal" : "Disc" });
  for (const [index, content] of items.entries()) {
    const runs = content.map(runOf);
    const lines = sheet.lines(runs, LETTERING.body, TEXT_WIDTH - SPACE.listIndent);
    sheet.ensure(lines.length * LETTERING.body.leading);
    const item = sheet.element("LI", list);
    const label = [{ text: numbered ? `${index + 1}.` : "•" }];
    sheet.beside(() =>
      sheet.write(sheet.element("Lbl", item), label, sheet.lines(label, LETTERING.body), LETTERING.body, MARGIN.left),
    );
    sheet.write(sheet.element("LBody", item), runs, lines, LETTERING.body, MARGIN.left + SPACE.listIndent);
    item.end();
    sheet.y += SPACE.underItem;
  }
  list.end();
  sheet.y += SPACE.underList;
}

/** Facts in two columns; the caption is for who hears the table instead of seeing it. */
function writeTable(sheet: Sheet, root: Structure, rows: readonly TableRow[], caption: string): void {
  const table = sheet.element("Table", root);
  setAttributes(table, { O: "Table", Summary: new PdfString(caption) });
  sheet.y += RULE;
  for (const [index, row] of rows.entries()) writeRow(sheet, table, row, index === 0);
  table.end();
  sheet.y += SPACE.underTable;
}

function writeRow(sheet: Sheet, table: Structure, { label, value }: TableRow, first: boolean): void {
  const [head, cell] = [[{ text: label }], [{ text: value }]];
  const headLines = sheet.lines(head, LETTERING.label, SPACE.labelColumn);
  const cellLines = sheet.lines(cell, LETTERING.body, VALUE_WIDTH);
  const height = Math.max(headLines.length, cellLines.length) * LETTERING.body.leading + 2 * SPACE.rowPadding;
  sheet.ensure(height);
  if (first || sheet.atTop) sheet.rule(sheet.y, COLOUR.rule, RULE);
  sheet.y += SPACE.rowPadding;

  const tr = sheet.element("TR", table);
  const th = sheet.element("TH", tr);
  setAttributes(th, { O: "Table", Scope: "Row" });
  const below = sheet.beside(() => sheet.write(th, head, headLines, LETTERING.label, MARGIN.left));
  sheet.write(sheet.element("TD", tr), cell, cellLines, LETTERING.body, VALUE_LEFT);
  tr.end();
  sheet.y = Math.max(sheet.y, below) + SPACE.rowPadding;
  sheet.rule(sheet.y, COLOUR.rule, RULE);
}

function runOf(inline: Inline): Run {
  return typeof inline === "string" ? { text: inline } : inline;
}
