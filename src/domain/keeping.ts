const DAY = 86_400_000;
/** Days that a device keeps a password: whoever does not answer in a week is reached another way. */
export const KEPT_DAYS = 7;
/** Milliseconds that the clock of a device may be set back without a password being taken for one of the future. */
const CLOCK_SLACK = DAY;

/** Until when what is kept now stays, in milliseconds since 1970. */
export function keptUntil(now: number): number {
  return now + KEPT_DAYS * DAY;
}

/** Whether what was to stay until then is past its time. A clock that was set back far must not make it last longer. */
export function isExpired(until: number, now: number): boolean {
  return now >= until || until > keptUntil(now) + CLOCK_SLACK;
}
