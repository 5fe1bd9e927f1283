import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchBrowser } from "../../dev/demo/browser.ts";
import { readClientFile } from "../../dev/demo/client-file.ts";
import * as journey from "../../dev/demo/sender-journey.ts";
import { watch } from "../../dev/demo/watch.ts";
import { startOutlook } from "../../dev/outlook/server.ts";
import { send } from "../../src/texts/nl/handover.ts";
import { review, senderForm } from "../../src/texts/nl/screens.ts";
import { median } from "./median.ts";
import { atMost, type Table } from "./row.ts";
import { milliseconds } from "./table.ts";

/** Times that the referral is sealed and taken out again. */
const ROUNDS = 10;
/** The longest that sealing may hold the page's own thread, in milliseconds; the browser reports what is over 50 ms. */
const LONGEST_TASK = atMost(50);
const TITLE = "Sealing in the pane";
const TASK = "longest task, ms";

/** The built pane in the stand-in Outlook: document, archive and draft, from the press on the button to the password. */
export async function benchPane(): Promise<Table> {
  if (!existsSync("dist/taskpane.html")) {
    return { title: TITLE, columns: [], rows: [{ name: "not built: npm run build" }] };
  }
  const folder = await mkdtemp(join(tmpdir(), "bench-"));
  const outlook = await startOutlook({ port: 0, mailDir: folder });
  const browser = await launchBrowser();
  try {
    const page = await (await browser.newContext({ ignoreHTTPSErrors: true })).newPage();
    const watched = await watch(page);
    await page.goto(`${outlook.origin}/outlook/?mailbox=noor&compose=newMail&signature=1`);
    await page.evaluate(() => window.outlook.ready);
    const pane = await journey.openPane(page);
    const demoCase = await readClientFile("dev/samples/client.json");
    await journey.heading(pane, senderForm.title);
    await journey.fillSender(pane, { team: "lokaal team", phone: "0472 00 00 00" });
    await journey.leaveSender(pane);
    await journey.fillClient(pane, demoCase);
    await journey.leaveClient(pane);
    await journey.fillConsent(pane, demoCase);
    await journey.leaveConsent(pane);
    const times: number[] = [];
    const tasks: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      await watched.takeLongTasks();
      const started = performance.now();
      await journey.seal(pane);
      times.push(performance.now() - started);
      tasks.push(...(await watched.takeLongTasks()));
      await pane.getByRole("button", { name: send.unseal }).click();
      await journey.heading(pane, review.title);
    }
    const longest = Math.max(0, ...tasks);
    return {
      title: TITLE,
      columns: [TASK],
      rows: [
        {
          name: "press to password, with every call to Outlook (task: 0 is none over 50)",
          measured: milliseconds(median(times)),
          figures: { [TASK]: { value: longest, target: LONGEST_TASK } },
        },
      ],
    };
  } finally {
    await browser.close();
    await outlook.close();
    await rm(folder, { recursive: true, force: true });
  }
}
