/** The Worker in which documents are made: the engine and the fonts are loaded here and nowhere else. */
import type { PdfRequest } from "./pdf-messages.ts";
import { PdfService } from "./pdf-service.ts";

const service = new PdfService(async (url) => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`fetch: expected a font, received status ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
});

self.addEventListener("message", (event: MessageEvent<PdfRequest>) => {
  service.answer(event.data).then(
    (answer) => postMessage(answer, { transfer: answer.ok ? [answer.bytes.buffer] : [] }),
    // A mistake of ours: thrown where the page hears of it, as the end of this Worker.
    (error: unknown) => reportError(error),
  );
});
