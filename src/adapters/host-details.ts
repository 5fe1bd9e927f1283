/** Which Outlook this is, for the technical details that a person reads out to the help desk. */
export interface HostDetails {
  /** `OUTLOOK`, `WEB` outside Office, `null` when it could not be found out. */
  readonly host: string | null;
  /** `PC`, `MAC`, `OFFICE_ONLINE`, `IOS` or a name that Office gives itself; `null` when it could not be found out. */
  readonly platform: string | null;
}

interface HelpersLibrary {
  readonly Utilities: { readonly host: unknown; readonly platform: unknown };
}

const UNKNOWN: HostDetails = { host: null, platform: null };

/**
 * Asks office-js-helpers (deprecated, 14 kB gzip) for the host and platform, its one job here: `initialize` would take
 * over `Office.initialize`, and its Storage, UI and Authenticator are not to be used. Call it after `Office.onReady`.
 */
export async function loadHostDetails(load: () => Promise<HelpersLibrary> = importHelpers): Promise<HostDetails> {
  try {
    const { Utilities } = await load();
    return { host: textOrNull(Utilities.host), platform: textOrNull(Utilities.platform) };
  } catch {
    // A panel with one line fewer; the library reads internals of office.js that may go, and nothing depends on it.
    return UNKNOWN;
  }
}

function textOrNull(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function importHelpers(): Promise<HelpersLibrary> {
  return import("@microsoft/office-js-helpers");
}
