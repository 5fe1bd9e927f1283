import type { ArchiveAnswer, ArchiveProgress, ArchiveRequest } from "./archive-messages.ts";
import { ArchiveService } from "./archive-service.ts";
import type { Bytes } from "./bytes.ts";

declare const self: DedicatedWorkerGlobalScope;

const service = new ArchiveService();

self.addEventListener("message", ({ data }: MessageEvent<ArchiveRequest>) => {
  const tell = (done: number): void => self.postMessage({ id: data.id, done } satisfies ArchiveProgress);
  // The service's answers never reject.
  void service.answer(data, tell).then((answer) => self.postMessage(answer, { transfer: buffersOf(answer) }));
});

/** What goes to the page rather than being copied. */
function buffersOf(answer: ArchiveAnswer): ArrayBuffer[] {
  if (!answer.ok) return [];
  const bytes: (Bytes | undefined)[] = [answer.archive, ...(answer.read?.files ?? []).map((file) => file.bytes)];
  return bytes.flatMap((each) => (each === undefined ? [] : [each.buffer]));
}
