import { type CallHandlers, data, failure, text } from "./answer.ts";
import { OFFICE_ERROR } from "./call-table.ts";
import { MAX_SESSION_DATA } from "./limits.ts";

/** The calls about session data, which live as long as the window. */
export function sessionCalls(session: Map<string, string>): CallHandlers {
  const size = (entries: Iterable<readonly [string, string]>) =>
    [...entries].reduce((sum, [key, value]) => sum + key.length + value.length, 0);
  return {
    "session.set": (parameters) => {
      const changed = new Map(session).set(text(parameters, "name"), text(parameters, "value"));
      if (size(changed) > MAX_SESSION_DATA) return failure(OFFICE_ERROR.sessionDataFull);
      session.set(text(parameters, "name"), text(parameters, "value"));
      return data();
    },
    "session.get": (parameters) => {
      const value = session.get(text(parameters, "name"));
      return value === undefined ? failure(OFFICE_ERROR.keyNotFound) : data(value);
    },
    "session.all": () => data(Object.fromEntries(session)),
    "session.clear": () => {
      session.clear();
      return data();
    },
    "session.remove": (parameters) => {
      if (!session.delete(text(parameters, "name"))) return failure(OFFICE_ERROR.keyNotFound);
      return data();
    },
  };
}
