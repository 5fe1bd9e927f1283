import type { Directory } from "../../src/directory/directory.ts";
import { placeKey } from "../../src/directory/place-name.ts";
import type { Protocol } from "../../src/domain/protocol.ts";
import type { Change } from "./change.ts";
import { addressText, fromTo, memberLines, protocolChanges, REORDERED } from "./protocol-changes.ts";
import { placeText } from "./protocol-table.ts";
import { day } from "./texts.ts";

/** Everything that differs between two directories. */
export function directoryChanges(before: Directory, after: Directory): readonly Change[] {
  const old = new Map(before.protocols.map((protocol) => [protocol.id, protocol]));
  const current = new Map(after.protocols.map((protocol) => [protocol.id, protocol]));
  return [
    ...after.protocols.flatMap((protocol) => {
      const earlier = old.get(protocol.id);
      return earlier === undefined ? [added(protocol)] : protocolChanges(earlier, protocol);
    }),
    ...before.protocols.filter(({ id }) => !current.has(id)).map(removed),
    ...redirected(before, after),
    ...wholeList(before, after),
  ];
}

function added({ id, recipient, places, inForceFrom, ended, team, data }: Protocol): Change {
  return {
    subject: "new",
    who: `${recipient.name} (${id})`,
    lines: [
      `vanaf ${day(inForceFrom)}${ended === null ? "" : ` tot ${day(ended.on)}`}, door ${team}`,
      `mailbox: ${recipient.mailbox}`,
      `telefoon: ${recipient.phone?.number ?? "geen"}`,
      ...(recipient.mobile === null ? [] : [`gsm: ${recipient.mobile.number}`]),
      ...(recipient.teams === null ? [] : [`Teams-adres: ${recipient.teams}`]),
      `${recipient.kind.toUpperCase()}, KBO-nummer ${recipient.kbo}`,
      `functionaris voor gegevensbescherming: ${recipient.dpo}`,
      `gegevens: ${data.flatMap(({ fields }) => fields).join(", ")}`,
      ...places.map((place) => `gezinnen uit ${placeText(place)}`),
    ],
  };
}

function removed({ id, recipient, places }: Protocol): Change {
  return {
    subject: "ended",
    who: `${recipient.name} (${id})`,
    lines: [
      "staat niet meer in de lijst: naar deze ontvanger kan niets meer via dit protocol",
      ...places.map((place) => `gezinnen uit ${placeText(place)}`),
    ],
  };
}

/**
 * Places whose families go elsewhere although no mailbox of a protocol changed: another protocol, new or older, took
 * them over. Else a new id would hide the change that matters most (R1).
 */
function redirected(before: Directory, after: Directory): readonly Change[] {
  const old = mailboxes(before);
  const moved = new Map<string, string[]>();
  for (const [place, { name, protocols }] of mailboxes(after)) {
    const earlier = old.get(place)?.protocols ?? [];
    if (earlier.length === 0) continue;
    for (const { id, recipient } of protocols) {
      if (earlier.some((other) => other.id === id || other.recipient.mailbox === recipient.mailbox)) continue;
      const key = `${earlier.map((other) => other.recipient.mailbox).join(" of ")}\n${recipient.mailbox}`;
      moved.set(key, [...(moved.get(key) ?? []), name]);
    }
  }
  return [...moved].map(([key, names]) => {
    const [from, to] = key.split("\n");
    return { subject: "mailbox", who: `Gezinnen uit ${names.join(", ")}`, lines: [`VAN  ${from}`, `NAAR ${to}`] };
  });
}

/** By place: the protocols that it has, had or will have; an end that is planned must not hide what comes after it. */
function mailboxes({ protocols }: Directory) {
  const found = new Map<string, { readonly name: string; readonly protocols: readonly Protocol[] }>();
  for (const protocol of protocols) {
    for (const { postcode, localities } of protocol.places) {
      for (const name of localities) {
        const key = `${postcode} ${placeKey(name)}`;
        const there = found.get(key)?.protocols ?? [];
        found.set(key, { name: `${postcode} ${name}`, protocols: [...there, protocol] });
      }
    }
  }
  return found;
}

function wholeList(before: Directory, after: Directory): readonly Change[] {
  const change = (subject: Change["subject"], who: string, differs: boolean, lines: readonly string[]) =>
    differs ? [{ subject, who, lines }] : [];
  const [old, current] = [before.agency, after.agency];
  const party = `${current.name} (agency)`;
  const orders = [before, after].map(({ protocols }) => protocols.map(({ id }) => id));
  const [firstOrder = [], secondOrder = []] = orders;
  const reordered = memberLines(firstOrder, secondOrder)[0] === REORDERED && firstOrder.join() !== secondOrder.join();
  return [
    ...change("demo", "", before.demo !== after.demo, [
      after.demo ? "de lijst is nu een demolijst" : "de lijst is geen demolijst meer",
    ]),
    ...change("dpo", party, old.dpo !== current.dpo, fromTo("e-mailadres", old.dpo, current.dpo)),
    ...change("other", party, old.name !== current.name, fromTo("naam", old.name, current.name)),
    ...change("other", party, old.kbo !== current.kbo, fromTo("KBO-nummer", old.kbo, current.kbo)),
    ...change("other", party, old.website !== current.website, fromTo("website", old.website, current.website)),
    ...change(
      "other",
      party,
      JSON.stringify(old.address) !== JSON.stringify(current.address),
      fromTo("adres", addressText(old.address), addressText(current.address)),
    ),
    ...change(
      "other",
      `${party}, teams`,
      before.teams.join("\n") !== after.teams.join("\n"),
      memberLines(before.teams, after.teams),
    ),
    ...change("other", "", reordered, ["de protocollen staan in een andere volgorde"]),
    ...change("file", "", before.serial !== after.serial, [`volgnummer: van ${before.serial} naar ${after.serial}`]),
    ...change("file", "", before.issued !== after.issued, [
      `uitgegeven: van ${day(before.issued)} naar ${day(after.issued)}`,
    ]),
    ...change("file", "", before.validUntil !== after.validUntil, [
      `geldig tot en met: van ${day(before.validUntil)} naar ${day(after.validUntil)}`,
    ]),
  ];
}
