import { render, screen } from "@testing-library/react";
import type { ReadMessage } from "../../src/office/read-message.ts";
import { ReadPane } from "../../src/taskpane/read-pane.tsx";
import { readPane } from "../../src/texts/nl/screens.ts";

const MESSAGE: ReadMessage = {
  subject: "Vertrouwelijk: doorverwijzing DV-2026-7K3M9X",
  from: { name: "Els Voorbeeld", email: "els@team.example" },
  attachmentNames: ["nota.pdf", "doorverwijzing-DV-2026-7K3M9X.7z"],
};

test("asks to open a message when there is none, and its title takes focus", () => {
  render(<ReadPane message={null} />);
  expect(textsShown()).toEqual([readPane.noItem]);
  expect(document.activeElement).toBe(screen.getByRole("heading", { name: "Doorverwijzing openen" }));
});

test.each<[string, readonly string[]]>([
  ["no attachment", []],
  ["another attachment", ["nota.pdf"]],
  ["an archive of others", ["dossier.7z"]],
  ["a reference with a letter that ours never have", ["doorverwijzing-DV-2026-7K3M9I.7z"]],
  ["our name at the end of another", ["kopie doorverwijzing-DV-2026-7K3M9X.7z"]],
  ["our name at the start of another", ["doorverwijzing-DV-2026-7K3M9X.7z.exe"]],
])("sees no referral of ours in a message with %s", (_name, attachmentNames) => {
  render(<ReadPane message={{ ...MESSAGE, attachmentNames }} />);
  expect(textsShown()).toEqual([readPane.none]);
  expect(screen.queryAllByRole("listitem")).toEqual([]);
});

test("tells who sent a referral of ours and how 7-Zip opens it", () => {
  render(<ReadPane message={MESSAGE} />);
  expect(textsShown()).toEqual([
    "In dit bericht zit doorverwijzing DV-2026-7K3M9X.",
    "Verzonden door Els Voorbeeld.",
    readPane.wrongPassword,
    readPane.noPassword,
  ]);
  const steps = readPane.steps("doorverwijzing-DV-2026-7K3M9X.7z", "doorverwijzing-DV-2026-7K3M9X.pdf");
  expect(screen.getAllByRole("listitem").map((step) => step.textContent)).toEqual(steps);
});

test("names the sender's address when Outlook knows no name", () => {
  render(<ReadPane message={{ ...MESSAGE, from: { name: "", email: "els@team.example" } }} />);
  expect(screen.queryByText("Verzonden door els@team.example.")).not.toBeNull();
});

test("follows the message that is open now", () => {
  const { rerender } = render(<ReadPane message={MESSAGE} />);
  rerender(<ReadPane message={{ ...MESSAGE, attachmentNames: ["nota.pdf"] }} />);
  expect(textsShown()).toEqual([readPane.none]);
});

function textsShown(): readonly (string | null)[] {
  return [...document.querySelectorAll("main p")].map(({ textContent }) => textContent);
}
