/** Limits of Outlook, from Microsoft's "Limits for activation and JavaScript API for Outlook add-ins" (June 2026). */

/** Characters of base64 in one attachment: 25 MB before encoding. office.js 1.1.110 itself stops at 27,892,122. */
export const MAX_ATTACHMENT_BASE64 = 34_865_152;
/** Attachments of one message, in Outlook on the web. */
export const MAX_ATTACHMENTS = 499;
/** Bytes of all attachments together, in Outlook on the web. */
export const MAX_ATTACHMENTS_BYTES = 25 * 1024 * 1024;
/** Characters. */
export const MAX_ATTACHMENT_NAME = 255;
/** Characters. */
export const MAX_SUBJECT = 255;
/** Characters that body.setAsync takes. */
export const MAX_BODY = 1_000_000;
/** Recipients in one call. */
export const MAX_RECIPIENTS = 100;
/** Characters of all session data of an item together. */
export const MAX_SESSION_DATA = 50_000;
/** Characters of all roaming settings of an add-in together, as JSON. */
export const MAX_SETTINGS = 32 * 1024;
/** Characters of one internet header, name and value. */
export const MAX_HEADER = 998;
/** Characters of the text in the alert of a guard on sending. */
export const MAX_ALERT_TEXT = 500;
/** Characters on the button of such an alert that opens the pane. */
export const MAX_ALERT_LABEL = 20;
/** Bars of one add-in above a message. */
export const MAX_NOTIFICATIONS = 5;
/** Characters of the text in a bar. */
export const MAX_NOTIFICATION_TEXT = 150;
