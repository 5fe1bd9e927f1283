import type { Client } from "./client.ts";
import type { Consent } from "./consent.ts";
import type { Protocol } from "./protocol.ts";
import type { Reference } from "./reference.ts";
import type { Sender } from "./sender.ts";

/** One referral of one client (R10), complete and checked: what is sealed. */
export interface Referral {
  readonly reference: Reference;
  /** When it was made: ISO 8601 with the offset to UTC, `2026-11-24T09:30:00+01:00`. */
  readonly madeAt: string;
  readonly client: Client;
  readonly consent: Consent;
  readonly sender: Sender;
  readonly protocol: Protocol;
  /** The earlier referral of the same client that nobody can open any more, and that this one takes the place of. */
  readonly replaces?: Reference;
}
