import type { AddIn, AddInButton, AddInSurface, SendGuard } from "./mail.ts";
import { find, parseXml, type XmlElement } from "./xml.ts";

/** What the mail program needs of manifest.xml. @throws Error with what is missing. */
export function readManifest(source: string): AddIn {
  const root = parseXml(source);
  const surfaces: AddInSurface[] = [];
  for (let overrides = find(root, "VersionOverrides"); overrides; overrides = find(overrides, "VersionOverrides")) {
    surfaces.push(surface(overrides));
  }
  return {
    id: textOf(root, "Id"),
    name: defaultValue(root, "DisplayName"),
    icon: pathOf(defaultValue(root, "IconUrl")),
    permissions: textOf(root, "Permissions"),
    surfaces,
  };
}

/** The add-in without the guard whose page is not there: in a build from before it, Send is as it was. */
export function withoutMissingGuard(addIn: AddIn, isThere: (page: string) => boolean): AddIn {
  const surfaces = addIn.surfaces.map((one) => (one.guard && !isThere(one.guard.page) ? { ...one, guard: null } : one));
  return { ...addIn, surfaces };
}

function surface(overrides: XmlElement): AddInSurface {
  const sets = find(overrides, "Requirements", "Sets");
  const points = all(find(overrides, "Hosts"), "ExtensionPoint");
  const at = (type: string) => points.find((point) => point.attributes["xsi:type"] === type);
  const resources = resourcesOf(overrides);
  return {
    mailboxSet: find(sets, "Set")?.attributes["MinVersion"] ?? sets?.attributes["DefaultMinVersion"] ?? "1.1",
    compose: button(at("MessageComposeCommandSurface"), resources),
    read: button(at("MessageReadCommandSurface"), resources),
    guard: guard(at("LaunchEvent"), find(overrides, "Hosts", "Host", "Runtimes", "Runtime"), resources),
  };
}

function button(point: XmlElement | undefined, resources: ReadonlyMap<string, string>): AddInButton | null {
  const control = find(point, "OfficeTab", "Group", "Control");
  if (!control) return null;
  const resource = (element: XmlElement | undefined) => resourceOf(element, resources);
  const icon = find(control, "Icon")?.children.find((image) => image.attributes["size"] === "32");
  return {
    id: control.attributes["id"] ?? "",
    label: resource(find(control, "Label")),
    description: resource(find(control, "Supertip", "Description")),
    icon: pathOf(resource(icon)),
    page: pathOf(resource(find(control, "Action", "SourceLocation"))),
    pinnable: find(control, "Action", "SupportsPinning")?.text === "true",
  };
}

function guard(
  point: XmlElement | undefined,
  runtime: XmlElement | undefined,
  resources: ReadonlyMap<string, string>,
): SendGuard | null {
  const event = all(point, "LaunchEvent").find(({ attributes }) => attributes["Type"] === "OnMessageSend");
  if (!event) return null;
  const source = find(point, "SourceLocation");
  if (source?.attributes["resid"] !== runtime?.attributes["resid"]) {
    throw new Error("the launch event's page is not that of the runtime");
  }
  const { FunctionName: functionName = "", SendMode: sendMode = "SoftBlock" } = event.attributes;
  if (sendMode !== "PromptUser" && sendMode !== "SoftBlock" && sendMode !== "Block") {
    throw new Error(`the manifest has no send mode ${sendMode}`);
  }
  return { page: pathOf(resourceOf(source, resources)), functionName, sendMode };
}

function resourceOf(element: XmlElement | undefined, resources: ReadonlyMap<string, string>): string {
  const id = element?.attributes["resid"] ?? "";
  const value = resources.get(id);
  if (value === undefined) throw new Error(`the manifest has no resource ${id}`);
  return value;
}

/** The resources of one VersionOverrides: those of the nested one are its own. */
function resourcesOf(overrides: XmlElement): ReadonlyMap<string, string> {
  const kinds = find(overrides, "Resources")?.children ?? [];
  const entries = kinds.flatMap((kind) => kind.children);
  return new Map(entries.map((entry) => [entry.attributes["id"] ?? "", entry.attributes["DefaultValue"] ?? ""]));
}

function all(element: XmlElement | undefined, name: string): XmlElement[] {
  return (element?.children ?? []).flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

function textOf(root: XmlElement, name: string): string {
  const text = find(root, name)?.text;
  if (!text) throw new Error(`the manifest has no ${name}`);
  return text;
}

function defaultValue(root: XmlElement, name: string): string {
  const value = find(root, name)?.attributes["DefaultValue"];
  if (!value) throw new Error(`the manifest has no ${name}`);
  return value;
}

/** Wherever the add-in is hosted in production, here it is on the stand-in's own origin. */
function pathOf(address: string): string {
  return new URL(address).pathname;
}
