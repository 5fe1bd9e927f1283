import { type IsoDate, localMoment } from "../../domain/iso-date.ts";

const MONTHS = [
  "januari",
  "februari",
  "maart",
  "april",
  "mei",
  "juni",
  "juli",
  "augustus",
  "september",
  "oktober",
  "november",
  "december",
] as const;

/** `2024-03-01` as "1 maart 2024". */
export function dayText(day: IsoDate): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${date} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

/** How many days ago, as people say it; never in the future. */
export function agoText(days: number): string {
  if (days <= 0) return "vandaag";
  return days === 1 ? "gisteren" : `${days} dagen geleden`;
}

/** The first day or the moment in an ISO 8601 text, as "24 november 2026 om 9.05 uur", on the clock that it names. */
export function momentText(moment: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(moment);
  if (match === null) return moment;
  const [, year, month, date, hour, minute] = match;
  return `${Number(date)} ${MONTHS[Number(month) - 1]} ${year} om ${Number(hour)}.${minute} uur`;
}

/** A time in milliseconds since 1970 in the same words, on the clock of this device. */
export function timeText(time: number): string {
  return momentText(localMoment(new Date(time)));
}
