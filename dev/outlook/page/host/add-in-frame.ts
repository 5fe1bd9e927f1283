import type { AddIn } from "../../mail.ts";
import { element } from "../dom.ts";
import { type CallAnswer, type CallHandlers, type CallParameters, failure } from "./answer.ts";
import { LOCALE } from "./app-context.ts";
import { CALLS, type CallKind, OFFICE_ERROR } from "./call-table.ts";
import type { Faults } from "./faults.ts";
import { permissionRank } from "./initial-data.ts";
import { type ClientProfile, hasSet } from "./profile.ts";
import { parseRequest, response, WIRE_ERROR, type WireRequest } from "./wire.ts";
import type { PaneName, WireLog } from "./wire-log.ts";

/** What an add-in's frame works with. */
export interface FrameContext {
  readonly pane: PaneName;
  readonly addIn: AddIn;
  /** Path on this origin. */
  readonly page: string;
  readonly title: string;
  readonly faults: Faults;
  readonly log: WireLog;
  profile(): ClientProfile;
  appContext(): Promise<unknown>;
  initialData(): unknown;
  calls(): CallHandlers;
  /** An add-in asked for something that this Outlook does not know. */
  unknownCall(what: string): void;
  /** The add-in registered for an event. */
  registered?(event: string): void;
  /** The add-in's function for an event is done: `0` is the event's command id, `1` is 0 when it could run, `2` is JSON. */
  completed?(data: unknown): void;
}

/** The numbers by which office.js tells Outlook something: telemetry, and that Tab came to the end of the pane. */
const TOLD = { telemetry: 23, tabExit: 13, shiftTabExit: 14 } as const;

/** The number of the shared call by which office.js says that a function for an event is done. */
const COMPLETED_ID = 94;
const COMPLETED = "event.completed";

/** Calls that only read, by the last part of their name. */
const READS = /\.(get|getType|all|list|content|id)$/;

/** As Outlook on the web frames an add-in: no dialogs of the browser, no clipboard. */
const SANDBOX =
  "allow-scripts allow-forms allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads";

/** The add-in's page in its frame, and Outlook's end of the conversation with office.js in it. */
export class AddInFrame {
  readonly frame: HTMLIFrameElement;
  /** The keyboard came to the end of the pane: focus is Outlook's again. */
  onLeave: () => void = () => undefined;
  private readonly context: FrameContext;
  private readonly registrations = new Map<string, WireRequest>();
  private readonly receive = (event: MessageEvent) => void this.onMessage(event);

  constructor(context: FrameContext) {
    this.context = context;
    const conversation = `standin${crypto.randomUUID().slice(0, 8)}`;
    const correlation = crypto.randomUUID();
    const xdmInfo = `${conversation}|${context.addIn.id}|${location.origin}`;
    const hostInfo = ["Outlook", "Web", "16.01", LOCALE, correlation, "", "", "0"];
    this.frame = element("iframe", {
      class: context.pane === "send" ? "launch-event-frame" : "add-in-frame",
      title: context.title,
      hidden: context.pane === "send",
      src: `${context.page}?et=&_host_Info=${hostInfo.join("$")}#&_xdm_Info=${xdmInfo}`,
      sandbox: SANDBOX,
      allow: "clipboard-read 'none'; clipboard-write 'none'; camera 'none'; microphone 'none'; geolocation 'none'",
      name: JSON.stringify({
        baseFrameName: `add-in-${conversation}`,
        hostInfo: hostInfo.join("|"),
        xdmInfo,
        serializerVersion: "1",
      }),
    });
    window.addEventListener("message", this.receive);
  }

  /** Tells the add-in of an event, when it registered for it. */
  fire(event: string, data: unknown): void {
    const registration = this.registrations.get(event);
    if (registration) this.post(event, response(registration, data, { type: 1 }));
  }

  close(): void {
    window.removeEventListener("message", this.receive);
    this.frame.remove();
  }

  private async onMessage(event: MessageEvent): Promise<void> {
    if (event.source !== this.frame.contentWindow || event.origin !== location.origin) return;
    const request = parseRequest(event.data);
    if (!request) return;
    this.log("from-add-in", nameOf(request), String(event.data));
    if (request.action === 1) this.registrations.set(request.name, request);
    if (request.action === 2) this.registrations.delete(request.name);
    if (request.action !== 0) {
      this.reply(request, { Error: 0 });
      if (request.action === 1) this.context.registered?.(request.name);
      return;
    }
    if (nameOf(request) === COMPLETED && this.context.completed) {
      this.reply(request, { Error: 0, Version: 1 });
      return this.context.completed(request.data);
    }
    switch (request.name) {
      case "ContextActivationManager_getAppContextAsync":
        return this.reply(request, await this.context.appContext());
      case "ContextActivationManager_notifyHost":
        this.onTold(request.data);
        return this.reply(request, null);
      case "GetInitialData":
        return this.reply(request, this.context.initialData());
      case "ExecuteMethod":
        return this.execute(request);
      default:
        this.context.unknownCall(nameOf(request));
        return this.reply(request, { Error: OFFICE_ERROR.operationNotSupported, Version: 1 });
    }
  }

  private onTold(data: unknown): void {
    const told: unknown = Array.isArray(data) ? data[1] : undefined;
    if (told === TOLD.tabExit || told === TOLD.shiftTabExit) this.onLeave();
  }

  private async execute(request: WireRequest): Promise<void> {
    const kind = CALLS.get(dispatchId(request));
    const name = nameOf(request);
    const fault = this.context.faults.take(name, this.context.pane);
    if (fault?.kind === "silent") return this.log("note", name, "not done, not answered, as told");
    const answer =
      fault?.kind === "fail" ? failure(fault.code ?? OFFICE_ERROR.generic) : await this.carryOut(kind, name, request);
    const { answerMs } = this.context.profile();
    if (answerMs > 0 && READS.test(name)) await after(answerMs);
    if (fault?.kind === "late") await after(fault.ms);
    if (fault?.kind === "lost") return this.log("note", name, "done, not answered, as told");
    if (answer.kind === "none") return this.log("note", name, "not done, not answered: another one was under way");
    if (answer.kind === "payload") return this.reply(request, answer.payload);
    if (answer.kind === "error") {
      return this.reply(request, { wasSuccessful: false, error: true, errorCode: answer.code });
    }
    this.reply(request, { wasSuccessful: true, error: false, errorCode: 0, data: answer.data });
  }

  private carryOut(kind: CallKind | undefined, name: string, request: WireRequest): CallAnswer | Promise<CallAnswer> {
    const handler = this.context.calls()[name];
    if (!kind || !handler) {
      this.context.unknownCall(name);
      return failure(OFFICE_ERROR.operationNotSupported);
    }
    if (!hasSet(this.context.profile().mailboxSet, kind.since)) return failure(OFFICE_ERROR.operationNotSupported);
    if (permissionRank(this.context.addIn.permissions) < kind.needs) return failure(OFFICE_ERROR.permissionDenied);
    return handler(parametersOf(request));
  }

  private reply(request: WireRequest, data: unknown): void {
    this.post(nameOf(request), response(request, data, { error: WIRE_ERROR.none }));
  }

  private post(name: string, message: string): void {
    this.log("to-add-in", name, message);
    this.frame.contentWindow?.postMessage(message, location.origin);
  }

  private log(direction: "from-add-in" | "to-add-in" | "note", name: string, text: string): void {
    this.context.log.add({ pane: this.context.pane, direction, name, text });
  }
}

/** The call's name where it is one, as "call 301" where this Outlook does not know it. */
function nameOf(request: WireRequest): string {
  if (request.name === "ContextActivationManager_notifyHost") {
    return Array.isArray(request.data) && request.data[1] === TOLD.telemetry ? "telemetry" : "notifyHost";
  }
  if (request.name !== "ExecuteMethod" && request.name !== "executeMethod") return request.name;
  const id = dispatchId(request);
  if (request.name === "executeMethod" && id === COMPLETED_ID) return COMPLETED;
  return (request.name === "ExecuteMethod" ? CALLS.get(id)?.name : undefined) ?? `${request.name} ${id}`;
}

function dispatchId(request: WireRequest): number {
  return Number(at(request.data, request.name === "executeMethod" ? "DdaMethod" : "MethodData", "DispatchId"));
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function parametersOf(request: WireRequest): CallParameters {
  const given = at(request.data, "ApiParams");
  return typeof given === "object" && given !== null ? { ...given } : {};
}

function at(value: unknown, ...path: readonly string[]): unknown {
  let found = value;
  for (const name of path) {
    found =
      typeof found === "object" && found !== null
        ? Object.entries(found).find(([key]) => key === name)?.[1]
        : undefined;
  }
  return found;
}
