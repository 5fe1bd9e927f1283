type Callback<T> = (result: Office.AsyncResult<T>) => void;

/**
 * One call to Outlook: `found` gets its value; not when it fails, throws, or answers a second time. Resolves when it is
 * over, so never when Outlook does not answer; never rejects.
 */
export function askOutlook<T>(start: (done: Callback<T>) => void, found: (value: T) => void): Promise<void> {
  return new Promise((resolve) => {
    let isOver = false;
    const over = (result: Office.AsyncResult<T> | null): void => {
      if (isOver) return;
      isOver = true;
      try {
        // The enumeration may be missing in this engine; its value is documented.
        if (result !== null && String(result.status) === "succeeded") found(result.value);
      } catch {
        // An answer of another shape than documented is none.
      }
      resolve();
    };
    try {
      start(over);
    } catch {
      over(null);
    }
  });
}
