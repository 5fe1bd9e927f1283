import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { loadPhoneParser } from "../adapters/phone.ts";
import { loadSodium } from "../adapters/sodium.ts";
import { loadDirectory } from "../application/load-directory.ts";
import { ReferralSession } from "../application/referral-session.ts";
import { fontHasLetter } from "../document/font-letters.ts";
import { localDay } from "../domain/iso-date.ts";
import { findHost, type Host } from "../office/host.ts";
import { directoryShelf } from "../storage/directory-shelf.ts";
import { readProfile, saveProfile } from "../storage/preferences.ts";
import { fitRegister, readRegister, saveRegister } from "../storage/register-store.ts";
import { ArchiveWorker } from "../workers/archive-worker.ts";
import { PdfWorker } from "../workers/pdf-worker.ts";
import { ComposePane } from "./compose-pane.tsx";
import { fetchDirectory } from "./fetch-directory.ts";
import { registerOwnIcons } from "./icons.tsx";
import { inTime } from "./in-time.ts";
import { NoHost } from "./screens/no-host.tsx";
import { keepTabKey } from "./tab-key.ts";
import { applyTheme } from "./theme.ts";
import { TRUSTED_KEYS } from "./trusted-keys.ts";

const place = document.getElementById("root");
if (place === null) throw new TypeError("compose: the page has no place for the pane");
const root = createRoot(place);

applyTheme();
keepTabKey(document);
registerOwnIcons();
const host = await findHost();
let session: ReferralSession | null = null;
let sessions = 0;
show(host);
host?.onItemChanged(() => show(host));

/** A session for the message that is open now; what was typed for an earlier one goes. */
function show(host: Host | null): void {
  session?.close();
  session = host === null ? null : newSession(host);
  sessions += 1;
  root.render(
    <StrictMode>{session === null ? <NoHost /> : <ComposePane key={sessions} session={session} />}</StrictMode>,
  );
}

function newSession(host: Host): ReferralSession | null {
  const draft = host.draft();
  if (draft === null) return null;
  const font = (weight: string): string => new URL(`assets/fonts/NotoSans-${weight}-Latin.ttf`, document.baseURI).href;
  return new ReferralSession({
    draft,
    archiver: new ArchiveWorker(() => new Worker(new URL("../archive/archive.worker.ts", import.meta.url))),
    documents: new PdfWorker({
      createWorker: () => new Worker(new URL("../document/pdf.worker.ts", import.meta.url)),
      fonts: { regular: font("Regular"), bold: font("Bold") },
    }),
    now: () => new Date(),
    hasLetter: fontHasLetter,
    loadPhones: () => inTime(loadPhoneParser()),
    loadRandom: async () => (await inTime(loadSodium())).uniform,
    loadDirectory: () =>
      loadDirectory({
        fetchFiles: fetchDirectory,
        shelf: directoryShelf(),
        loadVerify: async () => (await inTime(loadSodium())).verify,
        keys: TRUSTED_KEYS,
        today: () => localDay(new Date()),
      }),
    me: host.me,
    register: {
      load: () => readRegister(host.settings),
      fit: fitRegister,
      save: (register) => saveRegister(host.settings, register),
    },
    profile: {
      load: () => readProfile(host.settings),
      save: (profile) => saveProfile(host.settings, profile),
    },
  });
}
