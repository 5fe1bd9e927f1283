import { call } from "./call.ts";

/** What goes with the mailbox from device to device: at most 32 kB, readable by administrators, never about clients. */
export class RoamingSettings {
  readonly #settings: Office.RoamingSettings;

  constructor(settings: Office.RoamingSettings) {
    this.#settings = settings;
  }

  get(key: string): unknown {
    return this.#settings.get(key);
  }

  /** Rejects with an `OutlookError` when it could not be saved. */
  async set(key: string, value: unknown): Promise<void> {
    this.#settings.set(key, value);
    await call<void>("save settings", (done) => this.#settings.saveAsync(done));
  }
}
