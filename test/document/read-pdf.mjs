/**
 * Reads a PDF on standard input with pdf.js and writes what it found as JSON; on its own because pdf.js is a module.
 * The text comes from the drawing operators, because `getTextContent` guesses where spaces are.
 */
import { readFileSync } from "node:fs";
import { getDocument, OPS } from "pdfjs-dist/legacy/build/pdf.mjs";

const IDENTITY = [1, 0, 0, 1, 0, 0];

function multiply([a, b, c, d, e, f], [g, h, i, j, k, l]) {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** Each stretch of text with its place, its size and the marked content that it is in. */
function drawnTexts({ fnArray, argsArray }) {
  const drawn = [];
  const saved = [];
  const marked = [];
  let state = { matrix: IDENTITY, text: IDENTITY, size: 0 };
  fnArray.forEach((operator, index) => {
    const args = argsArray[index];
    if (operator === OPS.save) saved.push(state);
    else if (operator === OPS.restore) state = saved.pop();
    else if (operator === OPS.transform) state = { ...state, matrix: multiply(state.matrix, args) };
    else if (operator === OPS.setFont) state = { ...state, size: args[1] };
    else if (operator === OPS.setTextMatrix) state = { ...state, text: [...(Array.isArray(args[0]) ? args[0] : args)] };
    else if (operator === OPS.beginMarkedContent || operator === OPS.beginMarkedContentProps) {
      marked.push({ tag: args[0], id: args[1] });
    } else if (operator === OPS.endMarkedContent) marked.pop();
    else if (operator === OPS.showText) {
      let width = 0;
      let text = "";
      for (const glyph of args[0]) {
        if (typeof glyph === "number") width -= (glyph * state.size) / 1000;
        else {
          width += (glyph.width * state.size) / 1000;
          text += glyph.unicode;
        }
      }
      const [, , , , x, y] = multiply(state.matrix, state.text);
      state = { ...state, text: multiply(state.text, [1, 0, 0, 1, width, 0]) };
      const content = !marked.some(({ tag }) => tag === "Artifact");
      drawn.push({ text, x, y, width, size: state.size, content, id: marked.at(-1)?.id });
    }
  });
  return drawn;
}

const task = getDocument({ data: new Uint8Array(readFileSync(0)), verbosity: 0, useSystemFonts: false });
const pdf = await task.promise;
const pages = [];
for (let number = 1; number <= pdf.numPages; number++) {
  const page = await pdf.getPage(number);
  const annotations = await page.getAnnotations();
  pages.push({
    drawn: drawnTexts(await page.getOperatorList()),
    links: annotations.map(({ subtype, url, rect, contentsObj }) => ({
      subtype,
      url,
      rect,
      contents: contentsObj.str,
    })),
    structure: await page.getStructTree(),
  });
}
const { info, metadata } = await pdf.getMetadata();
const viewer = await pdf.getViewerPreferences();
process.stdout.write(
  JSON.stringify({ info, metadata: metadata?.getAll(), mark: await pdf.getMarkInfo(), viewer, pages }),
);
await task.destroy();
