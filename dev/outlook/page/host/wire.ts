/** A request as office.js posts it, parsed. */
export interface WireRequest {
  /** 0 a call, 1 register for an event, 2 unregister. */
  readonly action: number;
  readonly name: string;
  readonly conversation: string;
  readonly correlation: number;
  readonly data: unknown;
}

/** Error numbers of an answer as a whole. */
export const WIRE_ERROR = { none: 0, handling: -2, accessDenied: -5 } as const;

/** Reads one posted message; null when it is not a request of office.js. */
export function parseRequest(posted: unknown): WireRequest | null {
  if (typeof posted !== "string" || !posted.includes("_messageType")) return null;
  const message: Record<string, unknown> = JSON.parse(posted);
  if (message["_messageType"] !== 0) return null;
  return {
    action: Number(message["_actionType"]),
    name: String(message["_actionName"]),
    conversation: String(message["_conversationId"]),
    correlation: Number(message["_correlationId"]),
    data: message["_data"],
  };
}

/** An answer to a request (type 0), or an event for a registration (type 1). */
export function response(
  to: Pick<WireRequest, "name" | "conversation" | "correlation">,
  data: unknown,
  options: { readonly type?: 0 | 1; readonly error?: number } = {},
): string {
  return JSON.stringify({
    _messageType: 1,
    _actionName: to.name,
    _conversationId: to.conversation,
    _correlationId: to.correlation,
    _origin: location.href,
    _responseType: options.type ?? 0,
    _errorCode: options.error ?? WIRE_ERROR.none,
    _data: data,
  });
}
