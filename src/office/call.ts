import { OutlookError, type OutlookErrorCode } from "../application/outlook-error.ts";

/** How long Outlook may take to answer, in milliseconds; callbacks are known to get lost (office-js #857, #3363). */
export const ANSWER_WITHIN = 30_000;
/** Attachments travel to the server first. */
export const ATTACHMENT_WITHIN = 60_000;

type Callback<T> = (result: Office.AsyncResult<T>) => void;

/**
 * One call to Outlook as a promise: its value, or an `OutlookError` when it fails, throws or does not answer in time.
 * `name` stands in the error; nothing that was passed to the call does.
 */
export function call<T>(name: string, start: (done: Callback<T>) => void, within = ANSWER_WITHIN): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(
      () => reject(new OutlookError("timed-out", name, `no answer in ${within / 1000} s`)),
      within,
    );
    const settle = (end: () => void): void => {
      clearTimeout(late);
      end();
    };
    try {
      start((result) =>
        settle(() => {
          if (result.status === Office.AsyncResultStatus.Succeeded) resolve(result.value);
          else reject(failure(name, result.error));
        }),
      );
    } catch (error) {
      const kind = error instanceof Error ? error.name : typeof error;
      // The thrown error may quote its arguments, so only its kind travels on.
      settle(() => reject(new OutlookError("failed", name, `threw ${kind}`)));
    }
  });
}

function failure(name: string, error: Office.Error | undefined): OutlookError {
  return new OutlookError(CODES[error?.name ?? ""] ?? "failed", name, `error ${error?.code ?? "without number"}`);
}

/** The errors of `addFileAttachmentFromBase64Async` that have a remedy of their own, by the names in its reference. */
const CODES: Readonly<Record<string, OutlookErrorCode>> = {
  AttachmentSizeExceeded: "too-large",
  FileTypeNotSupported: "file-type-blocked",
};
