/** One call of office.js: its name here, what it needs, and since when it exists. */
export interface CallKind {
  readonly name: string;
  /** Least permission level: 1 ReadItem, 2 ReadWriteItem; 0 for any. */
  readonly needs: 0 | 1 | 2;
  /** Mailbox requirement set that brought it. */
  readonly since: string;
}

const kind = (name: string, needs: 0 | 1 | 2, since: string): CallKind => ({ name, needs, since });

/** DispatchId to call, from outlook-web-16.01.debug.js of office.js 1.1.110; the sets from Microsoft's reference. */
export const CALLS: ReadonlyMap<number, CallKind> = new Map([
  [3, kind("properties.load", 1, "1.1")],
  [4, kind("properties.save", 1, "1.1")],
  [10, kind("reply.open", 1, "1.1")],
  [11, kind("reply.openAll", 1, "1.1")],
  [14, kind("body.getType", 1, "1.1")],
  [15, kind("recipients.get", 1, "1.1")],
  [17, kind("subject.set", 2, "1.1")],
  [18, kind("subject.get", 1, "1.1")],
  [20, kind("attachments.remove", 2, "1.1")],
  [21, kind("recipients.set", 2, "1.1")],
  [22, kind("recipients.add", 2, "1.1")],
  [23, kind("body.prepend", 2, "1.1")],
  [30, kind("reply.open", 1, "1.1")],
  [31, kind("reply.openAll", 1, "1.1")],
  [32, kind("save", 2, "1.3")],
  [33, kind("notifications.add", 1, "1.3")],
  [34, kind("notifications.all", 1, "1.3")],
  [35, kind("notifications.replace", 1, "1.3")],
  [36, kind("notifications.remove", 1, "1.3")],
  [37, kind("body.get", 1, "1.3")],
  [38, kind("body.set", 2, "1.3")],
  [41, kind("item.close", 0, "1.3")],
  [99, kind("context.get", 1, "1.8")],
  [107, kind("from.get", 1, "1.7")],
  [148, kind("attachments.add", 2, "1.8")],
  [149, kind("attachments.list", 1, "1.8")],
  [150, kind("attachments.content", 1, "1.8")],
  [151, kind("headers.get", 1, "1.8")],
  [152, kind("headers.set", 2, "1.8")],
  [153, kind("headers.remove", 2, "1.8")],
  [164, kind("item.id", 1, "1.8")],
  [168, kind("headers.all", 1, "1.8")],
  [174, kind("composeType.get", 1, "1.10")],
  [181, kind("reply.open", 1, "1.9")],
  [182, kind("reply.openAll", 1, "1.9")],
  [183, kind("reply.open", 1, "1.9")],
  [184, kind("reply.openAll", 1, "1.9")],
  [185, kind("session.set", 2, "1.11")],
  [186, kind("session.get", 2, "1.11")],
  [187, kind("session.all", 2, "1.11")],
  [188, kind("session.clear", 2, "1.11")],
  [189, kind("session.remove", 2, "1.11")],
  [404, kind("settings.save", 0, "1.1")],
]);

/** Error numbers of office.js, by what they say there. */
export const OFFICE_ERROR = {
  coercionTypeNotSupported: 1000,
  operationNotSupported: 5000,
  generic: 5001,
  permissionDenied: 7000,
  attachmentSizeExceeded: 9000,
  tooManyAttachments: 9001,
  invalidAttachmentId: 9003,
  attachmentUploadFailed: 9007,
  attachmentToDeleteDoesNotExist: 9008,
  tooManyRecipients: 9012,
  settings: 9019,
  duplicateNotification: 9023,
  notificationNotFound: 9024,
  tooManyNotifications: 9025,
  invalidParameter: 9031,
  itemNotSaved: 9046,
  keyNotFound: 9050,
  sessionDataFull: 9051,
} as const;
