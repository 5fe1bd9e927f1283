import type { Directory } from "../../src/directory/directory.ts";
import type { Change, Subject } from "./change.ts";
import { partyTellings } from "./party-telling.ts";
import { goneProtocol, newProtocol, protocolChanges } from "./protocol-changes.ts";
import { pairProtocols } from "./protocol-pairs.ts";
import { redirections } from "./redirections.ts";
import { changedFields, memberLines, sameOrder, type Telling, type Tellings } from "./telling.ts";
import { day } from "./texts.ts";

/** Everything that differs between two directories. */
export function directoryChanges(before: Directory, after: Directory): readonly Change[] {
  const pairs = pairProtocols(before, after);
  return [
    ...pairs.added.map(newProtocol),
    ...pairs.pairs.flatMap(([earlier, protocol]) => protocolChanges(earlier, protocol)),
    ...pairs.gone.map(goneProtocol),
    ...redirections(before, after, pairs),
    ...reordered(before, after),
    ...agencyChanges(before, after),
    ...listChanges(before, after),
  ];
}

const listTellings: Tellings<Omit<Directory, "agency" | "teams" | "protocols" | "places">> = {
  demo: {
    changed: (_before, after) => ({
      subject: "demo",
      lines: [after ? "de lijst is nu een demolijst" : "de lijst is geen demolijst meer"],
    }),
    whole: () => [],
  },
  serial: unquoted("volgnummer", String),
  issued: unquoted("uitgegeven", day),
  validUntil: unquoted("geldig tot en met", day),
};

function listChanges(before: Directory, after: Directory): readonly Change[] {
  const facts = ({ demo, serial, issued, validUntil }: Directory) => ({ demo, serial, issued, validUntil });
  return changedFields(listTellings, facts(before), facts(after)).map((told) => ({ ...told, who: "" }));
}

function agencyChanges(before: Directory, after: Directory): readonly Change[] {
  const who = `${after.agency.name} (agency)`;
  const teams = memberLines(before.teams, after.teams);
  return [
    ...changedFields(partyTellings("other"), before.agency, after.agency).map((told) => ({ ...told, who })),
    ...(teams.length === 0 ? [] : [{ subject: "other", who: `${who}, teams`, lines: teams } as const]),
  ];
}

function reordered(before: Directory, after: Directory): readonly Change[] {
  const [old, current] = [before, after].map(({ protocols }) => protocols.map(({ id }) => id));
  if (sameOrder(old ?? [], current ?? [])) return [];
  return [{ subject: "other", who: "", lines: ["de protocollen staan in een andere volgorde"] }];
}

function unquoted<Value>(what: string, show: (value: Value) => string): Telling<Value> {
  const subject: Subject = "file";
  return {
    changed: (before, after) => ({ subject, lines: [`${what}: van ${show(before)} naar ${show(after)}`] }),
    whole: (value) => [`${what}: ${show(value)}`],
  };
}
