import { type CallHandlers, data, failure, textEntries } from "./answer.ts";
import { OFFICE_ERROR } from "./call-table.ts";
import { MAX_SETTINGS } from "./limits.ts";

/** Saving roaming settings: the whole set at once, kept by the mail server for the mailbox. */
export function settingsCalls(save: (settings: Readonly<Record<string, string>>) => Promise<unknown>): CallHandlers {
  return {
    "settings.save": async (parameters) => {
      const given = Object.fromEntries(textEntries(parameters["0"]));
      if (JSON.stringify(given).length > MAX_SETTINGS) return failure(OFFICE_ERROR.settings);
      await save(given);
      return data();
    },
  };
}
