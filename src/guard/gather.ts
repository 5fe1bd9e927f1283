import { hex, type Sha256 } from "../domain/digest.ts";
import { isOurs, type KeptSeal, type Outgoing, type OutgoingAttachment } from "../domain/judge-send.ts";
import { referenceOfArchive } from "../domain/reference.ts";
import { parseSeal, parseSealHeader, SEAL_HEADER, SEAL_KEY } from "../domain/seal.ts";
import { askOutlook } from "./ask-outlook.ts";
import { fromBase64 } from "./base64.ts";

/** What is known of the message so far; filled as Outlook answers, so that a deadline can judge by it at any time. */
export interface Gathered {
  seal: KeptSeal;
  readonly outgoing: { -readonly [key in keyof Outgoing]: Outgoing[key] };
}

export function nothingYet(): Gathered {
  return {
    seal: "unknown",
    outgoing: {
      to: null,
      cc: null,
      bcc: null,
      subject: null,
      text: null,
      attachments: null,
      archiveSha256: null,
      header: "unknown",
    },
  };
}

/** Asks Outlook what there is to know; of a message that is not ours no more than says so. Never rejects. */
export function gather(item: Office.MessageCompose, gathered: Gathered, sha256: Sha256): Promise<void> {
  const { outgoing } = gathered;
  let ids: readonly (OutgoingAttachment & { readonly id: string })[] = [];
  const signs = [
    askOutlook<Record<string, string>>(
      (done) => item.internetHeaders.getAsync([SEAL_HEADER], done),
      (headers) => {
        outgoing.header = headerOf(headers);
      },
    ),
    askOutlook<string>(
      (done) => item.subject.getAsync(done),
      (subject) => {
        outgoing.subject = textOrNull(subject);
      },
    ),
    askOutlook<Office.AttachmentDetailsCompose[]>(
      (done) => item.getAttachmentsAsync(done),
      (list) => {
        ids = list.map(({ id, name, size, isInline }) => ({ id, name: String(name), size, inline: isInline }));
        outgoing.attachments = ids;
      },
    ),
    askOutlook<object>(
      (done) => item.sessionData.getAllAsync(done),
      (all) => {
        gathered.seal = sealOf(all);
      },
    ),
  ];
  return Promise.all(signs)
    .then(() => {
      if (!isOurs(gathered.seal, outgoing)) return undefined;
      // Three at once is what Outlook on the web takes.
      return Promise.all([
        askOutlook<Office.EmailAddressDetails[]>(
          (done) => item.to.getAsync(done),
          (list) => {
            outgoing.to = addresses(list);
          },
        ),
        askOutlook<Office.EmailAddressDetails[]>(
          (done) => item.cc.getAsync(done),
          (list) => {
            outgoing.cc = addresses(list);
          },
        ),
        askOutlook<Office.EmailAddressDetails[]>(
          (done) => item.bcc.getAsync(done),
          (list) => {
            outgoing.bcc = addresses(list);
          },
        ),
      ])
        .then(() =>
          askOutlook<string>(
            (done) => item.body.getAsync("text", done),
            (text) => {
              outgoing.text = textOrNull(text);
            },
          ),
        )
        .then(() => archiveContent(item, ids, outgoing, sha256));
    })
    .then(() => undefined);
}

function archiveContent(
  item: Office.MessageCompose,
  attachments: readonly (OutgoingAttachment & { readonly id: string })[],
  outgoing: Gathered["outgoing"],
  sha256: Sha256,
): Promise<void> {
  const archive = attachments.filter(({ name, inline }) => !inline && referenceOfArchive(name) !== null)[0];
  if (archive === undefined) return Promise.resolve();
  return askOutlook<Office.AttachmentContent>(
    (done) => item.getAttachmentContentAsync(archive.id, done),
    ({ content, format }) => {
      const bytes = String(format) === "base64" ? fromBase64(content) : null;
      if (bytes !== null) outgoing.archiveSha256 = hex(sha256(bytes));
    },
  );
}

/** What is no text was not told: `null` must not pass for the word. */
function textOrNull(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

/** Clients differ in the case in which they give a header's name back. */
function headerOf(headers: Record<string, string> | null | undefined): Outgoing["header"] {
  const given = headers === null || headers === undefined ? {} : headers;
  const value = Object.keys(given)
    .filter((name) => name.toLowerCase() === SEAL_HEADER)
    .map((name) => given[name] ?? "")[0];
  if (value === undefined || value === "") return "absent";
  return parseSealHeader(value) ?? "garbled";
}

function sealOf(all: object | null | undefined): KeptSeal {
  const text: unknown = Object(all)[SEAL_KEY];
  if (typeof text !== "string") return "absent";
  // One of ours that cannot be read is not none.
  return parseSeal(text) ?? "unknown";
}

/** A recipient that Outlook could not resolve has no address, only what was typed. */
function addresses(list: readonly Office.EmailAddressDetails[]): readonly string[] {
  return list.map(({ emailAddress, displayName }) => emailAddress || displayName);
}
