import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { findHost, type Host } from "../office/host.ts";
import { registerOwnIcons } from "./icons.tsx";
import { ReadPane } from "./read-pane.tsx";
import { NoHost } from "./screens/no-host.tsx";
import { keepTabKey } from "./tab-key.ts";
import { applyTheme } from "./theme.ts";

const place = document.getElementById("root");
if (place === null) throw new TypeError("read: the page has no place for the pane");
const root = createRoot(place);

applyTheme();
keepTabKey(document);
registerOwnIcons();
const host = await findHost();
show(host);
host?.onItemChanged(() => show(host));

function show(host: Host | null): void {
  root.render(<StrictMode>{host === null ? <NoHost /> : <ReadPane message={host.message()} />}</StrictMode>);
}
