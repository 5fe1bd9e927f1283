/** How Outlook may go wrong at a call. */
export const OFFICE_FAULTS = ["fails", "throws", "never answers"] as const;
export type OfficeFault = (typeof OFFICE_FAULTS)[number];

type Done = (result: object) => void;

/**
 * The compose item of Outlook, as far as the draft uses it: each call answers its last argument in a later turn. The
 * whole is typed as what it stands for, because a test needs a tenth of it.
 */
export class FakeItem {
  readonly calls: { readonly name: string; readonly args: readonly unknown[] }[] = [];
  readonly #answers: Readonly<Record<string, unknown>>;
  #fault: OfficeFault | null = null;
  #error = { name: "GenericError", code: 5000, message: "about " };

  constructor(answers: Readonly<Record<string, unknown>> = {}) {
    this.#answers = answers;
  }

  failWith(fault: OfficeFault, error = this.#error): void {
    this.#fault = fault;
    this.#error = error;
  }

  /** The item; names of calls are paths, as `body.setAsync`. */
  get office(): Office.MessageCompose {
    const method = (name: string) => [name.split(".").at(-1), this.#method(name)] as const;
    const group = (...names: string[]) => Object.fromEntries(names.map(method));
    const item: object = {
      to: group("to.getAsync", "to.setAsync"),
      cc: group("cc.getAsync", "cc.setAsync"),
      bcc: group("bcc.getAsync", "bcc.setAsync"),
      subject: group("subject.getAsync", "subject.setAsync"),
      body: group("body.getTypeAsync", "body.getAsync", "body.setAsync"),
      internetHeaders: group("internetHeaders.getAsync", "internetHeaders.setAsync", "internetHeaders.removeAsync"),
      sessionData: group("sessionData.setAsync", "sessionData.getAllAsync", "sessionData.removeAsync"),
      ...group("getComposeTypeAsync", "getAttachmentsAsync", "addFileAttachmentFromBase64Async"),
      ...group("removeAttachmentAsync", "saveAsync"),
    };
    return item as Office.MessageCompose;
  }

  #method(name: string) {
    return (...all: unknown[]): void => {
      const done = all.at(-1) as Done;
      const args = all.slice(0, -1);
      this.calls.push({ name, args });
      // What Outlook says of an error may quote what it was given.
      const message = this.#error.message + JSON.stringify(args);
      if (this.#fault === "throws") throw new TypeError(message);
      if (this.#fault === "never answers") return;
      const result =
        this.#fault === "fails"
          ? { status: "failed", error: { ...this.#error, message } }
          : { status: "succeeded", value: this.#answers[name] };
      queueMicrotask(() => done(result));
    };
  }
}

/** The few constants of office.js that the draft reads, put where office.js puts them. */
export function installOffice(): void {
  Reflect.set(globalThis, "Office", {
    AsyncResultStatus: { Succeeded: "succeeded", Failed: "failed" },
    CoercionType: { Html: "html", Text: "text" },
  });
}
