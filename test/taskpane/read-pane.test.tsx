import { act, type RenderResult, render, screen } from "@testing-library/react";
import { Outstanding } from "../../src/application/outstanding.ts";
import type { ReadMessage } from "../../src/office/read-message.ts";
import { ReadPane } from "../../src/taskpane/read-pane.tsx";
import { readPane } from "../../src/texts/nl/screens.ts";
import { fakeDevice } from "../application/fake-device.ts";
import { failOnComplaints } from "./open-pane.tsx";

failOnComplaints();

const MESSAGE: ReadMessage = {
  subject: "Vertrouwelijk: doorverwijzing DV-2026-7K3M9X",
  from: { name: "Els Voorbeeld", email: "els@team.example" },
  attachmentNames: ["nota.pdf", "doorverwijzing-DV-2026-7K3M9X.7z"],
};

test("asks to open a message when there is none, and its title takes focus", async () => {
  await show(null);
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
])("sees no referral of ours in a message with %s", async (_name, attachmentNames) => {
  await show({ ...MESSAGE, attachmentNames });
  expect(textsShown()).toEqual([readPane.none]);
  expect(screen.queryAllByRole("listitem")).toEqual([]);
});

test("tells who sent a referral of ours and how 7-Zip opens it", async () => {
  await show(MESSAGE);
  expect(textsShown()).toEqual([
    "In dit bericht zit doorverwijzing DV-2026-7K3M9X.",
    "Verzonden door Els Voorbeeld.",
    readPane.wrongPassword,
    readPane.noPassword,
  ]);
  const steps = readPane.steps("doorverwijzing-DV-2026-7K3M9X.7z", "doorverwijzing-DV-2026-7K3M9X.pdf");
  expect(screen.getAllByRole("listitem").map((step) => step.textContent)).toEqual(steps);
});

test("names the sender's address when Outlook knows no name", async () => {
  await show({ ...MESSAGE, from: { name: "", email: "els@team.example" } });
  expect(screen.queryByText("Verzonden door els@team.example.")).not.toBeNull();
});

test("follows the message that is open now", async () => {
  const { follow } = await show(MESSAGE);
  await follow({ ...MESSAGE, attachmentNames: ["nota.pdf"] });
  expect(textsShown()).toEqual([readPane.none]);
});

interface Shown extends RenderResult {
  /** Another message takes this one's place. */
  readonly follow: (message: ReadMessage | null) => Promise<void>;
}

/** The pane beside a message, once it has seen what the device keeps. */
async function show(message: ReadMessage | null, { ports } = fakeDevice()): Promise<Shown> {
  const pane = (of: ReadMessage | null) => (
    <ReadPane message={of} outstanding={new Outstanding(ports)} register={ports.register} />
  );
  const result = await act(async () => render(pane(message)));
  return { ...result, follow: (next) => act(async () => result.rerender(pane(next))) };
}

function textsShown(): readonly (string | null)[] {
  return [...document.querySelectorAll("main p")].map(({ textContent }) => textContent);
}
