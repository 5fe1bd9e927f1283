declare const isoDate: unique symbol;

/** A calendar day that exists, written `YYYY-MM-DD` (ISO 8601); compares as text. */
export type IsoDate = string & { readonly [isoDate]: true };

const MILLISECONDS_IN_DAY = 86_400_000;
/** Every month has these. */
const COMMON_DAY = /^[1-9]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether `text` is a day of the calendar, so not `2026-02-30`. */
export function isIsoDate(text: string): text is IsoDate {
  if (COMMON_DAY.test(text)) return true; // Asked thousands of times for one directory.
  const match = SHAPE.exec(text);
  if (match === null) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Whole days from one day to another; negative when the other is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MILLISECONDS_IN_DAY);
}

/** The day of `instant` on the clock of the person who looks at it (the device's time zone). */
export function localDay(instant: Date): IsoDate {
  const text = [
    String(instant.getFullYear()).padStart(4, "0"),
    String(instant.getMonth() + 1).padStart(2, "0"),
    String(instant.getDate()).padStart(2, "0"),
  ].join("-");
  if (!isIsoDate(text)) throw new RangeError("localDay: expected a valid instant");
  return text;
}

/** `instant` on the clock of the person who looks at it, with its offset to UTC: `2026-11-24T09:30:00+01:00` (ISO 8601). */
export function localMoment(instant: Date): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  const offset = -instant.getTimezoneOffset();
  const sign = offset < 0 ? "-" : "+";
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  const time = [instant.getHours(), instant.getMinutes(), instant.getSeconds()].map(two).join(":");
  return `${localDay(instant)}T${time}${sign}${two(hours)}:${two(minutes)}`;
}
