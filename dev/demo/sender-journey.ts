import type { FrameLocator, Page } from "playwright-core";
import { CLIENT_FIELDS, CONSENT_TOPICS } from "../../src/domain/field.ts";
import type { Reference } from "../../src/domain/reference.ts";
import type { Channel } from "../../src/domain/register.ts";
import { controlId } from "../../src/taskpane/parts/control-id.ts";
import { clientForm } from "../../src/texts/nl/client-form.ts";
import { mannerText } from "../../src/texts/nl/consent.ts";
import { handover, keeping } from "../../src/texts/nl/handover.ts";
import { outstanding } from "../../src/texts/nl/outstanding.ts";
import { channelText, handedOver } from "../../src/texts/nl/register.ts";
import { common, consentForm, outstandingBar, review, senderForm } from "../../src/texts/nl/screens.ts";
import type { DemoCase } from "./client-file.ts";

const PANE = "iframe.add-in-frame";
/** How long a next screen may take on a busy machine, in milliseconds. */
const NEXT_WITHIN = 20_000;

/** Opens the pane with its button in the ribbon. */
export async function openPane(page: Page): Promise<FrameLocator> {
  await page.locator(".add-in-button").click();
  return page.frameLocator(PANE);
}

export async function heading(pane: FrameLocator, title: string): Promise<void> {
  await pane.getByRole("heading", { level: 1, name: title }).waitFor({ timeout: NEXT_WITHIN });
}

/** Presses the button and waits for the next screen. Throws an Error with what the pane says when it refuses the form. */
async function goOn(pane: FrameLocator, button: string, title: string): Promise<void> {
  // A summary that stands there from before has no focus; a new one takes it.
  const refused = pane.locator(".summary:focus");
  await pane.getByRole("button", { name: button }).click();
  const next = pane.getByRole("heading", { level: 1, name: title });
  await next.or(refused).first().waitFor({ timeout: NEXT_WITHIN });
  if (await refused.isVisible()) {
    throw new Error(`the pane does not go on: ${(await refused.getByRole("listitem").allTextContents()).join(" ")}`);
  }
}

export async function fillSender(
  pane: FrameLocator,
  sender: { readonly team: string; readonly phone: string },
): Promise<void> {
  await pane.locator(`#${controlId("sender.team")}`).fill(sender.team);
  await pane.locator(`#${controlId("sender.phone")}`).fill(sender.phone);
}

export async function leaveSender(pane: FrameLocator): Promise<void> {
  await goOn(pane, senderForm.next, clientForm.title);
}

export async function fillClient(pane: FrameLocator, { form }: DemoCase): Promise<void> {
  for (const field of CLIENT_FIELDS) {
    const control = pane.locator(`#${controlId(field)}`);
    if (field === "municipality") await control.selectOption(form.municipality);
    // What this protocol leaves out is not asked, and then there is nothing to fill in.
    else if (form[field] !== "" || (await control.isVisible())) await control.fill(form[field]);
  }
}

export async function leaveClient(pane: FrameLocator): Promise<void> {
  await goOn(pane, clientForm.next, consentForm.title);
}

export async function fillConsent(pane: FrameLocator, { consent }: DemoCase): Promise<void> {
  for (const topic of CONSENT_TOPICS) await check(pane, controlId(`told.${topic}`));
  await pane.locator(`#${controlId("consentDate")}`).fill(consent.date);
  await pane.getByText(mannerText[consent.manner], { exact: true }).click();
  await check(pane, controlId("secrecy"));
}

export async function leaveConsent(pane: FrameLocator): Promise<void> {
  await goOn(pane, consentForm.next, review.title);
}

export async function seal(pane: FrameLocator): Promise<void> {
  await goOn(pane, review.seal, handover.title);
}

/** Shows the words and gives them back as the OCMW will type them. */
export async function revealPassword(pane: FrameLocator): Promise<string> {
  await pane.getByRole("button", { name: handover.show }).click();
  const words = await pane.locator(".word").allTextContents();
  return words.map((word) => word.replace(/^\s*\d+\.\s*/, "").trim()).join("-");
}

/** "Bewaar het op dit toestel", and waits until it is kept. */
export async function keepHere(pane: FrameLocator): Promise<void> {
  await pane.getByRole("button", { name: keeping.keep }).click();
  await pane.getByRole("button", { name: keeping.erase }).waitFor({ timeout: NEXT_WITHIN });
}

/** "Openstaand: …": from the bar above the screen, which counts so many, to the list. */
export async function openOutstanding(pane: FrameLocator, count: number): Promise<void> {
  await pane.getByRole("button", { name: outstandingBar.bar(count) }).click();
  await heading(pane, outstanding.title);
  await pane.getByRole("button", { name: common.back, exact: true }).waitFor({ timeout: NEXT_WITHIN });
}

/** From the list to the hand-over of one referral, of which this device keeps the words or not. */
export async function openStepOf(pane: FrameLocator, reference: Reference, isHere: boolean): Promise<void> {
  await pane.getByRole("button", { name: outstanding.openFor(reference, isHere) }).click();
  await heading(pane, handover.title);
}

/** "Doorgegeven": notes to whom and how, and waits until it is noted. */
export async function noteHandOver(pane: FrameLocator, to: string, channel: Channel): Promise<void> {
  await pane.getByLabel(handedOver.to).fill(to);
  await pane.getByLabel(channelText[channel], { exact: true }).check();
  await pane.getByRole("button", { name: handedOver.submit, exact: true }).click();
  await pane.locator(".note:focus").waitFor();
}

/** Fluent lays its label over the input, so the label is what a person presses. */
async function check(pane: FrameLocator, id: string): Promise<void> {
  await pane.locator(`label[for="${id}"]`).click();
}
