import type { ArchiveRequest } from "./archive-messages.ts";
import { ArchiveService } from "./archive-service.ts";

declare const self: DedicatedWorkerGlobalScope;

const service = new ArchiveService();

self.addEventListener("message", (event: MessageEvent<ArchiveRequest>) => {
  // The service's answers never reject.
  void service.answer(event.data).then((answer) => {
    const bytes = answer.ok ? [answer.archive, ...(answer.files ?? []).map((file) => file.bytes)] : [];
    self.postMessage(answer, { transfer: bytes.flatMap((each) => (each === undefined ? [] : [each.buffer])) });
  });
});
