import type { Directory } from "../../src/directory/directory.ts";
import { daysBetween, type IsoDate } from "../../src/domain/iso-date.ts";
import { isCheckDue, type Protocol } from "../../src/domain/protocol.ts";
import type { Remark } from "./finding.ts";

/** Days before `validUntil`; the pane says so too from then on. */
const LAST_DAYS = 30;
/** More versions at once than anybody makes; a device that saw a serial typed wrong refuses all lower ones for good. */
const LARGEST_STEP = 100;

/** What is worth a look in a directory without errors. Of a protocol that has ended, only that it is gone. */
export function directoryRemarks(directory: Directory, today: IsoDate, earlier: Directory | null): readonly Remark[] {
  const running = directory.protocols.filter(({ ended }) => ended === null || ended.on > today);
  return [
    ...(earlier === null ? [] : jump(earlier, directory)),
    ...validity(directory, today),
    ...running.flatMap(otherDomain),
    ...running.flatMap((protocol) => numbers(protocol, today)),
    ...(earlier === null ? [] : gone(earlier, directory)),
  ];
}

function jump({ serial: from }: Directory, { serial: to }: Directory): readonly Remark[] {
  return to - from > LARGEST_STEP ? [{ kind: "serial-jump", from, to }] : [];
}

function validity({ validUntil }: Directory, today: IsoDate): readonly Remark[] {
  const days = daysBetween(today, validUntil);
  return days >= 0 && days <= LAST_DAYS ? [{ kind: "expires-soon", validUntil, days }] : [];
}

/** A mailbox with a provider, or of another municipality than the one that publishes the protocol (R1). */
function otherDomain({ recipient }: Protocol): readonly Remark[] {
  const [mailbox, dpo] = [owner(mailHost(recipient.mailbox)), owner(mailHost(recipient.dpo))];
  const website = owner(new URL(recipient.website).hostname);
  if (mailbox === website || mailbox === dpo) return [];
  return [{ kind: "other-domain", recipient: recipient.name, mailbox: recipient.mailbox, website }];
}

function mailHost(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1);
}

/** What somebody registered of a host: its last two labels, as in `bree.be`. */
function owner(host: string): string {
  return host.toLowerCase().split(".").slice(-2).join(".");
}

function numbers({ recipient }: Protocol, today: IsoDate): readonly Remark[] {
  const { name, phone } = recipient;
  const old = (["phone", "mobile"] as const).flatMap((which): readonly Remark[] => {
    const number = recipient[which];
    if (number === null || !isCheckDue(number, today)) return [];
    return [{ kind: "old-number", recipient: name, which, checkedOn: number.checkedOn }];
  });
  return phone === null ? [{ kind: "no-phone", recipient: name }, ...old] : old;
}

function gone(earlier: Directory, { protocols }: Directory): readonly Remark[] {
  const kept = new Set(protocols.map(({ id }) => id));
  return earlier.protocols
    .filter(({ id }) => !kept.has(id))
    .map(({ id, recipient }) => ({ kind: "protocol-gone", id, recipient: recipient.name }));
}
