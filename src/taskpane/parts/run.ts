/**
 * Starts work of the session from an event. Expected failures are states of the session; what still rejects is a mistake
 * in the program, and goes to the window's `error` event like any other.
 */
export function run(work: Promise<void>): void {
  work.catch((error: unknown) => {
    setTimeout(() => {
      throw error;
    });
  });
}
