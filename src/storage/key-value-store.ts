/** What keeps small values beyond the pane: Outlook's roaming settings, at most 32 kB together. */
export interface KeyValueStore {
  /** The value under `key` as it was read when Outlook opened, of whatever shape; `undefined` or `null` when none. */
  get(key: string): unknown;
  /** Keeps a value that JSON can hold, in place of the earlier; rejects when Outlook did not save it. */
  set(key: string, value: unknown): Promise<void>;
}
