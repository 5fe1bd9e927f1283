import type { Mailbox } from "./mail.ts";

/** The two sides of the story. The OCMW's address is the real one; the mail server of the stand-in takes it nowhere. */
export const MAILBOXES: readonly Mailbox[] = [
  {
    id: "noor",
    address: "noor.voorbeeld@opgroeien.example",
    name: "Noor Voorbeeld",
    user: { name: "Noor Voorbeeld", address: "noor.voorbeeld@opgroeien.example" },
    organisation: "Kind en Gezin, lokaal team Noord-Limburg",
    shared: false,
    signature:
      '<p style="margin:0">Met vriendelijke groet,</p><p style="margin:0"><b>Noor Voorbeeld</b><br>Gezinsondersteuner, ' +
      'lokaal team Noord-Limburg<br>Kind en Gezin</p><p style="margin:6px 0 0"><img src="cid:logo" width="96" height="24" ' +
      'alt="Kind en Gezin"></p>',
  },
  {
    id: "ocmw",
    address: "sociaalhuis@bree.be",
    name: "Sociaal Huis Bree",
    user: { name: "Sam Peeters", address: "sam.peeters@bree.example" },
    organisation: "OCMW Bree, gedeelde mailbox",
    shared: true,
    signature:
      '<p style="margin:0">Met vriendelijke groet,</p><p style="margin:0"><b>Sam Peeters</b><br>Maatschappelijk werker, ' +
      'Sociaal Huis Bree</p><p style="margin:6px 0 0"><img src="cid:logo" width="96" height="24" alt="Sociaal Huis"></p>',
  },
];

/** The mailbox with this id; a RangeError when there is none. */
export function mailboxById(id: string): Mailbox {
  const found = MAILBOXES.find((mailbox) => mailbox.id === id);
  if (!found) throw new RangeError(`no mailbox ${id}`);
  return found;
}
