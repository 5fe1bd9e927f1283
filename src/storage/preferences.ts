import { normalise } from "../domain/field-rules.ts";
import type { Sender } from "../domain/sender.ts";
import type { KeyValueStore } from "./key-value-store.ts";

/** What the sender is asked once; name and e-mail address come from Outlook. Nothing about clients is ever kept. */
export type SenderProfile = Pick<Sender, "team" | "phone">;

/** Another shape gets another key, so that an older release never reads what it does not know. */
const PROFILE_KEY = "profile.v1";
/** UTF-16 units, as for the field in the form. */
const LONGEST_TEAM = 120;
/** E.164: at most 15 digits, country code included. */
const E164 = /^\+[1-9]\d{6,14}$/;

/**
 * The kept profile, `null` when there is none that can be used: roaming settings can be written by others and by other
 * releases. The form still checks it like something typed.
 */
export function readProfile(store: KeyValueStore): SenderProfile | null {
  const kept = store.get(PROFILE_KEY);
  if (!hasKeys(kept, ["phone", "team"])) return null;
  const { team, phone } = kept;
  return isTeam(team) && isPhone(phone) ? { team, phone } : null;
}

/**
 * Keeps the profile; rejects as the store does.
 * @throws {TypeError} for a profile that could not be read back; a parsed sender always can.
 */
export async function saveProfile(store: KeyValueStore, { team, phone }: SenderProfile): Promise<void> {
  if (!isTeam(team) || !isPhone(phone))
    throw new TypeError("saveProfile: expected the team and phone of a parsed sender");
  await store.set(PROFILE_KEY, { team, phone });
}

function hasKeys<Key extends string>(value: unknown, keys: readonly Key[]): value is Readonly<Record<Key, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const own = Object.keys(value).sort();
  return own.length === keys.length && keys.every((key) => own.includes(key));
}

function isTeam(value: unknown): value is string {
  return (
    typeof value === "string" &&
    value !== "" &&
    value.length <= LONGEST_TEAM &&
    value === normalise(value) &&
    !/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/u.test(value)
  );
}

function isPhone(value: unknown): value is string {
  return typeof value === "string" && E164.test(value);
}
