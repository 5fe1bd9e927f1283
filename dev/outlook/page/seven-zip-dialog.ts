import { element } from "./dom.ts";
import { fileCard } from "./files-view.ts";
import { mailClient } from "./mail-client.ts";

/** The program 7-Zip on the social worker's computer: asks for the password, opens the archive, shows what is in it. */
export function openSevenZip(fileAddress: string, archive: string): void {
  const password = element("input", {
    id: "seven-zip-password",
    type: "password",
    autocomplete: "off",
    class: "seven-zip-input",
  });
  const show = element("input", { id: "seven-zip-show", type: "checkbox" });
  show.addEventListener("change", () => {
    password.type = show.checked ? "text" : "password";
  });
  const output = element("pre", {
    class: "seven-zip-output",
    role: "status",
    tabindex: "0",
    "aria-label": "Wat 7-Zip meldt",
  });
  output.hidden = true;
  const files = element("ul", { class: "files", "aria-label": "Uitgepakte bestanden" });
  const form = element(
    "form",
    { class: "seven-zip-form" },
    element("label", { for: "seven-zip-password" }, "Voer wachtwoord in:"),
    password,
    element("label", { class: "seven-zip-show" }, show, "Wachtwoord weergeven"),
    element("button", { type: "submit", class: "plain-button primary" }, "OK"),
  );
  const close = element("button", { type: "button", class: "plain-button", onclick: () => dialog.close() }, "Sluiten");
  const dialog = element(
    "dialog",
    { class: "seven-zip", "aria-label": `7-Zip: ${archive}` },
    element("h2", {}, element("span", { class: "seven-zip-logo", "aria-hidden": "true" }, "7z"), archive),
    form,
    output,
    files,
    element("div", { class: "dialog-buttons" }, close),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void open();
  });
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  password.focus();

  async function open(): Promise<void> {
    const answer = await mailClient.sevenZip(fileAddress, password.value);
    output.textContent = answer.output;
    output.hidden = false;
    output.classList.toggle("failed", !answer.ok);
    if (!answer.ok) {
      password.select();
      return;
    }
    form.hidden = true;
    files.replaceChildren(
      ...answer.files.map((file) =>
        fileCard(
          file.name,
          file.size,
          element("a", { class: "file-action", href: file.address, target: "_blank", rel: "noopener" }, "Openen"),
        ),
      ),
    );
  }
}
