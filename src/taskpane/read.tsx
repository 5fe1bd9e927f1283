import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Outstanding } from "../application/outstanding.ts";
import { findHost, type Host } from "../office/host.ts";
import { handOverPorts } from "./hand-over-ports.ts";
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
if (host === null) {
  root.render(
    <StrictMode>
      <NoHost />
    </StrictMode>,
  );
} else {
  follow(host);
}

/** Shows what there is to say of the message that is open; what was looked at beside an earlier one goes. */
function follow(host: Host): void {
  const ports = handOverPorts(host);
  let outstanding: Outstanding | null = null;
  const show = (): void => {
    outstanding?.close();
    outstanding = new Outstanding(ports);
    root.render(
      <StrictMode>
        <ReadPane message={host.message()} outstanding={outstanding} register={ports.register} />
      </StrictMode>,
    );
  };
  show();
  host.onItemChanged(show);
}
