import type { RegisterChange } from "../application/ports.ts";
import { isReference } from "../domain/reference.ts";
import { packRegister, unpackRegister } from "./register-store.ts";

/** What panes tell each other of one mailbox's register. */
export interface RegisterChannel {
  tell(change: RegisterChange): void;
  listen(heard: (change: RegisterChange) => void): void;
}

/**
 * Between the panes of one mailbox on this device, as long as they are open; nothing of it is kept. Silent where the
 * browser has no such thing.
 */
export function registerChannel(mailbox: string): RegisterChannel {
  if (typeof BroadcastChannel === "undefined") return { tell: () => undefined, listen: () => undefined };
  const channel = new BroadcastChannel(`register.v1 ${mailbox}`);
  return {
    tell: (change) =>
      channel.postMessage(
        change.kind === "put" ? { put: packRegister([change.entry]) } : { removed: change.reference },
      ),
    listen: (heard) => {
      channel.addEventListener("message", ({ data }) => {
        const { put, removed } = Object(data);
        for (const entry of unpackRegister(put)) heard({ kind: "put", entry });
        if (typeof removed === "string" && isReference(removed)) heard({ kind: "removed", reference: removed });
      });
    },
  };
}
