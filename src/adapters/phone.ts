import { LibraryError } from "./library-error.ts";

/** Reads and spells phone numbers (libphonenumber-js). */
export interface PhoneParser {
  /**
   * The number as E.164, or `null` when it is none: too short, too long, outside every numbering plan, a paid service, with
   * an extension or with anything else around it. Without a country it is Belgian; spaces, dots, slashes, hyphens and brackets are fine.
   */
  parse(text: string): string | null;
  /** As people write it: `0470 12 34 56` for Belgium, `+31 6 12345678` for elsewhere; what is no number stays as it is. */
  display(e164: string): string;
}

type PhoneLibrary = Pick<typeof import("libphonenumber-js/max"), "parsePhoneNumberFromString">;

const BELGIUM = { defaultCountry: "BE", extract: false } as const;
const BELGIAN_CALLING_CODE = "32";
/** Types of numbers at which no client or team member is reached, but somebody is paid. */
const NOBODYS: ReadonlySet<string> = new Set(["PREMIUM_RATE", "SHARED_COST"]);

/**
 * Loads the phone library, a chunk of 65 kB gzip. The `max` data, because with `min` a Belgian mobile number that lacks a
 * digit passes for a land line in Liège; with `mobile` no land line passes at all.
 * @throws {LibraryError} when it does not load.
 */
export async function loadPhoneParser(load: () => Promise<PhoneLibrary> = importLibrary): Promise<PhoneParser> {
  let library: PhoneLibrary;
  try {
    library = await load();
  } catch (cause) {
    throw new LibraryError("libphonenumber", { cause });
  }
  const { parsePhoneNumberFromString } = library;
  return {
    parse(text) {
      // The library also reads letters as digits, and the parameters of a `tel:` link.
      if (!/^[+\d\s./()-]*$/.test(text)) return null;
      const number = parsePhoneNumberFromString(text.trim(), BELGIUM);
      if (number === undefined || NOBODYS.has(number.getType() ?? "")) return null;
      if (number.ext !== undefined || !number.isValid()) return null;
      return number.number;
    },
    display(e164) {
      const number = parsePhoneNumberFromString(e164, BELGIUM);
      if (number === undefined) return e164;
      return number.countryCallingCode === BELGIAN_CALLING_CODE
        ? number.formatNational()
        : number.formatInternational();
    },
  };
}

function importLibrary(): Promise<PhoneLibrary> {
  return import("libphonenumber-js/max");
}
