import type { Notification } from "../compose-item.ts";
import { type CallHandlers, type CallParameters, data, failure, text } from "./answer.ts";
import { OFFICE_ERROR } from "./call-table.ts";
import { MAX_NOTIFICATION_TEXT, MAX_NOTIFICATIONS } from "./limits.ts";

/** The calls about the bars above a message, for a message being written or read. */
export function notificationCalls(bars: Map<string, Notification>, changed: () => void): CallHandlers {
  const put = (parameters: CallParameters) => {
    const key = text(parameters, "key");
    const message = text(parameters, "message");
    if (message.length > MAX_NOTIFICATION_TEXT) return failure(OFFICE_ERROR.invalidParameter);
    bars.set(key, {
      key,
      message,
      type: Number(parameters["type"]),
      icon: text(parameters, "icon"),
      persistent: parameters["persistent"] === true,
    });
    changed();
    return data();
  };
  return {
    "notifications.add": (parameters) => {
      if (bars.has(text(parameters, "key"))) return failure(OFFICE_ERROR.duplicateNotification);
      if (bars.size >= MAX_NOTIFICATIONS) return failure(OFFICE_ERROR.tooManyNotifications);
      return put(parameters);
    },
    "notifications.all": () => data([...bars.values()]),
    "notifications.replace": (parameters) =>
      bars.has(text(parameters, "key")) ? put(parameters) : failure(OFFICE_ERROR.notificationNotFound),
    "notifications.remove": (parameters) => {
      if (!bars.delete(text(parameters, "key"))) return failure(OFFICE_ERROR.notificationNotFound);
      changed();
      return data();
    },
  };
}
