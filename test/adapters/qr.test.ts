import decodeQR from "qr/decode.js";
import { loadQr, type QrModules, QUIET_ZONE } from "../../src/adapters/qr.ts";

test.each([
  ["a short text", "a"],
  [
    "a text message",
    "SMSTO:+32470123456:Wachtwoord van doorverwijzing DV-2026-777777: boom-vis-boom-vis-boom-vis-boom",
  ],
  ["letters beyond ASCII", "één ‘twee’ drie"],
])("a reader of codes gets %s back", async (_name, text) => {
  const modules = (await loadQr())(text);
  expect(decodeQR(picture(modules))).toBe(text);
});

test("is as wide as high, and has its quiet zone on every side", async () => {
  const modules = (await loadQr())("a");
  expect(modules.map((row) => row.length)).toEqual(modules.map(() => modules.length));
  const end = modules.length - QUIET_ZONE;
  const dark = modules.flatMap((row, y) => row.flatMap((each, x) => (each ? [x, y] : [])));
  expect([Math.min(...dark), Math.max(...dark)]).toEqual([QUIET_ZONE, end - 1]);
});

/** As a camera sees it: 8 pixels for each module. */
function picture(modules: QrModules) {
  const scale = 8;
  const width = modules.length * scale;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (let y = 0; y < width; y++) {
    for (let x = 0; x < width; x++) {
      const dark = modules[Math.floor(y / scale)]?.[Math.floor(x / scale)];
      if (dark === true) data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  }
  return { width, height: width, data };
}
