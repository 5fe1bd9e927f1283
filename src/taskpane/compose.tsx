import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { loadSodium } from "../adapters/sodium.ts";
import { Outstanding, type OutstandingPorts } from "../application/outstanding.ts";
import type { Draft } from "../application/ports.ts";
import { ReferralSession } from "../application/referral-session.ts";
import { fontHasLetter } from "../document/font-letters.ts";
import { sha256 } from "../domain/sha256.ts";
import { findHost, type Host } from "../office/host.ts";
import { readProfile, saveProfile } from "../storage/preferences.ts";
import { ArchiveWorker } from "../workers/archive-worker.ts";
import { PdfWorker } from "../workers/pdf-worker.ts";
import { ComposePane } from "./compose-pane.tsx";
import { handOverPorts } from "./hand-over-ports.ts";
import { registerOwnIcons } from "./icons.tsx";
import { inTime } from "./in-time.ts";
import { loadHostedDirectory } from "./load-hosted-directory.ts";
import { NoHost } from "./screens/no-host.tsx";
import { keepTabKey } from "./tab-key.ts";
import { applyTheme } from "./theme.ts";

const place = document.getElementById("root");
if (place === null) throw new TypeError("compose: the page has no place for the pane");
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

/** Shows a session for the message that is open, and another when another is: what was typed for an earlier one goes. */
function follow(host: Host): void {
  const ports = handOverPorts(host);
  let open: { readonly session: ReferralSession; readonly outstanding: Outstanding } | null = null;
  let shown = 0;
  const show = (): void => {
    open?.session.close();
    open?.outstanding.close();
    const draft = host.draft();
    open = draft === null ? null : { session: newSession(host, draft, ports), outstanding: new Outstanding(ports) };
    shown += 1;
    root.render(
      <StrictMode>
        {open === null ? <NoHost /> : <ComposePane key={shown} register={ports.register} {...open} />}
      </StrictMode>,
    );
  };
  show();
  host.onItemChanged(show);
}

function newSession({ me, settings }: Host, draft: Draft, ports: OutstandingPorts): ReferralSession {
  const font = (weight: string): string => new URL(`assets/fonts/NotoSans-${weight}-Latin.ttf`, document.baseURI).href;
  return new ReferralSession({
    ...ports,
    // At once: every referral needs it, so it is in the page's own file.
    loadDirectory: () => loadHostedDirectory(ports.now),
    draft,
    archiver: new ArchiveWorker(() => new Worker(new URL("../archive/archive.worker.ts", import.meta.url))),
    documents: new PdfWorker({
      createWorker: () => new Worker(new URL("../document/pdf.worker.ts", import.meta.url)),
      fonts: { regular: font("Regular"), bold: font("Bold") },
    }),
    sha256,
    hasLetter: fontHasLetter,
    loadRandom: async () => (await inTime(loadSodium())).uniform,
    me,
    profile: {
      load: () => readProfile(settings),
      save: (profile) => saveProfile(settings, profile),
    },
  });
}
