/** Starts the mail program, and does what the page's address asks. */
import { byId } from "./dom.ts";
import { icon } from "./icons.ts";
import { mailClient } from "./mail-client.ts";
import type { ComposeOptions } from "./new-message.ts";
import { Program } from "./program.ts";
import { testApi } from "./test-api.ts";

window.outlook = testApi(begin());

async function begin(): Promise<Program> {
  const start = await mailClient.start();
  const address = new URLSearchParams(location.search);
  const [first] = start.mailboxes;
  if (!first) throw new Error("the mail server has no mailbox");
  const program = new Program(start, first);
  for (const place of document.querySelectorAll<HTMLElement>("[data-icon]")) {
    const name = place.dataset["icon"];
    if (name === "waffle" || name === "search" || name === "settings" || name === "draft") place.prepend(icon(name));
  }
  byId("new-message").addEventListener("click", () => void program.openCompose());
  byId("setting-signature").addEventListener("change", (event) => {
    if (event.target instanceof HTMLInputElement) program.writing.signature = event.target.checked;
  });
  byId("setting-format").addEventListener("change", (event) => {
    if (event.target instanceof HTMLSelectElement)
      program.writing.format = event.target.value === "text" ? "text" : "html";
  });
  await program.switchMailbox(address.get("mailbox") ?? first.id);
  const compose = composeOptions(address);
  if (compose) await program.openCompose(compose);
  return program;
}

function composeOptions(address: URLSearchParams): ComposeOptions | null {
  const kind = address.get("compose");
  if (kind !== "newMail" && kind !== "reply" && kind !== "forward") return null;
  return {
    kind,
    signature: address.get("signature") === "1",
    format: address.get("format") === "text" ? "text" : "html",
    to: address.getAll("to").map((one) => ({ name: one, address: one })),
  };
}
