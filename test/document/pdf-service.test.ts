import type { PdfRequest } from "../../src/document/pdf-messages.ts";
import { PdfService } from "../../src/document/pdf-service.ts";
import { FONTS } from "./fonts.ts";
import { readPdf } from "./read-pdf.ts";
import { ABOUT } from "./sample-referral.ts";

const URLS = { regular: "https://pane.example/regular.ttf", bold: "https://pane.example/bold.ttf" };
const WARM: PdfRequest = { id: 1, kind: "warm", fonts: URLS };
const DRAW: PdfRequest = { id: 2, kind: "pdf", fonts: URLS, content: { title: "Ștefan", blocks: [] }, info: ABOUT };

function serviceWith(failures: number): { service: PdfService; asked: string[] } {
  const asked: string[] = [];
  let left = failures;
  const service = new PdfService(async (url) => {
    asked.push(url);
    if (left-- > 0) throw new TypeError("Failed to fetch");
    return url === URLS.bold ? FONTS.bold : FONTS.regular;
  });
  return { service, asked };
}

test("draws what it is asked, with fonts that it downloads once", async () => {
  const { service, asked } = serviceWith(0);
  expect(await service.answer(WARM)).toEqual({ id: 1, ok: true, bytes: new Uint8Array(0) });
  const answer = await service.answer(DRAW);
  expect(answer).toEqual({ id: 2, ok: true, bytes: expect.any(Uint8Array) });
  expect(answer.ok ? readPdf(answer.bytes).info : {}).toMatchObject({ Title: "Ștefan" });
  expect(asked).toEqual([URLS.regular, URLS.bold]);
});

test("says that the fonts are not there, and tries again with the next request", async () => {
  const { service } = serviceWith(1);
  expect(await service.answer(WARM)).toEqual({
    id: 1,
    ok: false,
    code: "fonts-unavailable",
    message: "The document's fonts could not be loaded",
  });
  expect((await service.answer(WARM)).ok).toBe(true);
});

test("says that the engine failed without quoting from the document", async () => {
  const { service } = serviceWith(0);
  expect(await service.answer({ ...DRAW, info: { ...ABOUT, madeAt: "Geheim" } })).toEqual({
    id: 2,
    ok: false,
    code: "engine-failed",
    message: "The document engine failed (RangeError)",
  });
});
