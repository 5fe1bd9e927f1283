import type { Directory } from "../../src/directory/directory.ts";
import type { Recipient } from "../../src/domain/protocol.ts";
import type { Mailbox } from "./mail.ts";

/**
 * The two sides of the story: a nurse of the agency, and a mailbox for each recipient of the directory. A recipient's
 * address may be a real one; the mail server of the stand-in takes it nowhere.
 */
export function mailboxesOf({ agency, teams, protocols }: Directory): readonly Mailbox[] {
  const person = sender(agency.name, teams[0] ?? agency.name);
  const taken = new Set([person.id]);
  const recipients = new Map(
    protocols.map(({ id, recipient }) => [recipient.mailbox.toLowerCase(), { id, recipient }]),
  );
  const receivers = [...recipients.values()].map(({ id, recipient }) => {
    const own = freeId(id, taken);
    taken.add(own);
    return receiver(own, recipient);
  });
  return [person, ...receivers];
}

/** The protocol's id without the agency, `ocmw-bree`; where that is another mailbox's already, with it or with a number. */
function freeId(protocolId: string, taken: ReadonlySet<string>): string {
  const short = protocolId.replace(/^[^-]*-/, "");
  for (let number = 0; ; number++) {
    const id = [short, protocolId][number] ?? `${protocolId}-${number}`;
    if (!taken.has(id)) return id;
  }
}

/** The mailbox with this id; a RangeError when there is none. */
export function mailboxById(mailboxes: readonly Mailbox[], id: string): Mailbox {
  const found = mailboxes.find((mailbox) => mailbox.id === id);
  if (!found) throw new RangeError(`no mailbox ${id}`);
  return found;
}

function sender(agency: string, team: string): Mailbox {
  const person = { name: "Noor Voorbeeld", address: "noor.voorbeeld@opgroeien.example" };
  return {
    id: "noor",
    ...person,
    user: person,
    organisation: `${agency}, ${team}`,
    shared: false,
    signature: signature(person.name, `Gezinsondersteuner, ${team}<br>${agency}`, agency),
  };
}

function receiver(id: string, { kind, name, localName, mailbox }: Recipient): Mailbox {
  const host = id.replace(/^(?:ocmw|caw)-/, "");
  return {
    id,
    address: mailbox,
    name: localName,
    user: { name: "Sam Peeters", address: `sam.peeters@${host}.example` },
    organisation: kind === "caw" ? `${name}, centrum voor algemeen welzijnswerk` : `${name}, gedeelde mailbox`,
    shared: true,
    signature: signature("Sam Peeters", `Maatschappelijk werker, ${localName}`, localName),
  };
}

function signature(name: string, role: string, logo: string): string {
  return (
    `<p style="margin:0">Met vriendelijke groet,</p><p style="margin:0"><b>${name}</b><br>${role}</p>` +
    `<p style="margin:6px 0 0"><img src="cid:logo" width="96" height="24" alt="${logo}"></p>`
  );
}
