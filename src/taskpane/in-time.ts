/** How long a file of our own host may take, in milliseconds; then the pane says so instead of waiting on. */
export const LOADED_WITHIN = 15_000;

/** The same, or a rejection when it has not settled in time. */
export async function inTime<T>(loading: Promise<T>): Promise<T> {
  let late: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    late = setTimeout(() => reject(new TypeError(`no answer in ${LOADED_WITHIN / 1000} s`)), LOADED_WITHIN);
  });
  try {
    return await Promise.race([loading, limit]);
  } finally {
    clearTimeout(late);
  }
}
