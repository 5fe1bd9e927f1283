import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import MailComposer from "nodemailer/lib/mail-composer/index.js";
import type { Mailbox } from "./mail.ts";

interface Sample {
  /** Whether it comes to the agency or to the recipients. */
  readonly side: "sender" | "recipient";
  readonly from: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  /** Hours before the program started. */
  readonly hoursAgo: number;
}

/** Ordinary post, so that a referral arrives between other mail. People and texts are invented. */
const SAMPLES: readonly Sample[] = [
  {
    side: "sender",
    from: { name: "An Voorbeeld", address: "an.voorbeeld@opgroeien.example" },
    subject: "Agenda teamoverleg donderdag",
    text: "Dag allemaal,\n\nDonderdag om 9.30 uur in zaal Berk. Op de agenda: de planning van de huisbezoeken, het nieuwe protocol met de OCMW's en de verlofregeling.\n\nPunten toevoegen kan tot woensdagmiddag.\n\nGroeten,\nAn",
    hoursAgo: 3,
  },
  {
    side: "sender",
    from: { name: "Helpdesk ICT", address: "helpdesk@opgroeien.example" },
    subject: "Nieuw in Outlook: Veilig doorverwijzen",
    text: "Beste collega,\n\nIn Outlook staat vanaf vandaag de knop om een gezin door te verwijzen naar het OCMW van de woonplaats. Begin een nieuw bericht en klik op de knop in het lint.\n\nHelpdesk ICT",
    hoursAgo: 22,
  },
  {
    side: "sender",
    from: { name: "Personeelsdienst", address: "personeel@opgroeien.example" },
    subject: "Herinnering: opleiding beroepsgeheim",
    text: "Dag Noor,\n\nJe bent ingeschreven voor de opleiding op 8 december, van 13 tot 16 uur. Breng een voorbeeld uit je eigen praktijk mee.\n\nMet vriendelijke groet,\nPersoneelsdienst",
    hoursAgo: 51,
  },
  {
    side: "recipient",
    from: { name: "Onthaal", address: "onthaal@post.example" },
    subject: "Afspraken van morgen",
    text: "Dag Sam,\n\nMorgen staan er vier gesprekken gepland, het eerste om 9 uur. De lijst ligt aan het onthaal.\n\nGroeten van het onthaal",
    hoursAgo: 5,
  },
  {
    side: "recipient",
    from: { name: "Dienst ICT", address: "ict@post.example" },
    subject: "Onderhoud van de server op zaterdag",
    text: "Beste collega's,\n\nZaterdag tussen 8 en 10 uur zijn de gedeelde mappen niet bereikbaar.\n\nDienst ICT",
    hoursAgo: 30,
  },
];

/** Writes the sample mail of a mailbox into a folder of `.eml` files. */
export async function writeSampleMail(owner: Mailbox, folder: string, now: Date): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [index, sample] of SAMPLES.filter(({ side }) => (side === "recipient") === owner.shared).entries()) {
    const mime = await new MailComposer({
      from: { ...sample.from },
      to: { name: owner.name, address: owner.address },
      subject: sample.subject,
      text: sample.text,
      date: new Date(now.getTime() - sample.hoursAgo * 3_600_000),
    })
      .compile()
      .build();
    await writeFile(join(folder, `sample-${index}.eml`), new Uint8Array(mime));
  }
}
