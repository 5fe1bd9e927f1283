import type { Inline } from "../../domain/content.ts";
import { type Protocol, publishedAt } from "../../domain/protocol.ts";

/** Where the protocol is published, as links in a sentence (R3). */
export function publishedLinks(protocol: Pick<Protocol, "published" | "agency" | "recipient">): readonly Inline[] {
  return publishedAt(protocol).flatMap((address, index): readonly Inline[] => [
    ...(index === 0 ? [] : [" en "]),
    { text: address, href: address },
  ]);
}
