import type { CheckedNumber, Protocol, Recipient } from "../../src/domain/protocol.ts";
import type { Change } from "./change.ts";
import { dataTelling } from "./data-telling.ts";
import { partyTellings } from "./party-telling.ts";
import { placesTelling } from "./places-telling.ts";
import { changedFields, fromTo, maybe, plain, sentences, type Telling, type Tellings, wholeFields } from "./telling.ts";
import { counted, day } from "./texts.ts";

const mailboxTelling: Telling<string> = {
  changed: (before, after) => {
    const other = domain(before) !== domain(after);
    return {
      subject: "mailbox",
      lines: [`VAN  ${before}`, `NAAR ${after}`, ...(other ? ["Let op: ook wat na de @ staat, is anders."] : [])],
    };
  },
  whole: (mailbox) => [`mailbox: ${mailbox}`],
};

const endedTelling: Telling<Protocol["ended"]> = {
  changed: (before, after) => ({
    subject: "ended",
    lines: [
      after === null ? "het einde is weggehaald: het protocol geldt weer" : `geldt niet meer ${endText(after)}`,
      ...(before === null ? [] : [`vroeger stond er: ${endText(before)}`]),
    ],
  }),
  whole: (ended) => (ended === null ? [] : [`geldt niet meer ${endText(ended)}`]),
};

const recipientTellings: Tellings<Recipient> = {
  mailbox: mailboxTelling,
  kind: plain("recipient", "soort", (kind) => kind.toUpperCase()),
  ...partyTellings("recipient"),
  localName: plain("other", "plaatselijke naam"),
  phone: numberTelling("telefoon"),
  mobile: numberTelling("gsm"),
  teams: maybe("contact", "Teams-adres", "geen"),
};

const protocolTellings: Tellings<Omit<Protocol, "agency" | "recipient">> = {
  id: plain("other", "id"),
  places: placesTelling,
  data: dataTelling,
  ended: endedTelling,
  inForceFrom: plain("dates", "van kracht vanaf", day),
  agreementDate: plain("dates", "overeenkomst van", day),
  noticeMonths: plain("dates", "opzegtermijn", (months: number) => counted(months, "maand", "maanden")),
  purpose: sentences("het doel"),
  legalBasis: sentences("de rechtsgronden"),
  retention: sentences("de bewaartermijn"),
  recipientCategories: sentences("de categorieën van ontvangers"),
  team: plain("other", "team"),
  published: maybe("other", "gepubliceerd op", "de websites van de partijen"),
};

/** What is not the same in two versions of a protocol. */
export function protocolChanges(before: Protocol, after: Protocol): readonly Change[] {
  const { agency: _agency, recipient: oldRecipient, ...old } = before;
  const { agency: _sender, recipient, ...current } = after;
  const told = [
    ...changedFields(recipientTellings, oldRecipient, recipient),
    ...changedFields(protocolTellings, old, current),
  ];
  return told.map((change) => ({ ...change, who: whose(after) }));
}

/** All that a protocol says that was not there before. */
export function newProtocol(protocol: Protocol): Change {
  const { agency: _agency, recipient, ...rest } = protocol;
  const lines = [...wholeFields(recipientTellings, recipient), ...wholeFields(protocolTellings, rest)];
  return { subject: "new", who: whose(protocol), lines };
}

/** A protocol that is no longer there: whose families it was for, and where they went. */
export function goneProtocol(protocol: Protocol): Change {
  const lines = [
    "staat niet meer in de lijst: naar deze ontvanger kan niets meer via dit protocol",
    ...mailboxTelling.whole(protocol.recipient.mailbox),
    ...recipientTellings.kbo.whole(protocol.recipient.kbo),
    ...placesTelling.whole(protocol.places),
  ];
  return { subject: "ended", who: whose(protocol), lines };
}

function whose({ id, recipient }: Protocol): string {
  return `${recipient.name} (${id})`;
}

function numberTelling(what: string): Telling<CheckedNumber | null> {
  return {
    changed: (before, after) => ({
      subject: "contact",
      lines:
        before !== null && after !== null && before.number === after.number
          ? [
              `${what}: hetzelfde nummer, opnieuw nagekeken op ${day(after.checkedOn)} (vroeger op ${day(before.checkedOn)})`,
            ]
          : fromTo(what, numberText(before), numberText(after)),
    }),
    whole: (number) => [`${what}: ${numberText(number)}`],
  };
}

function numberText(number: CheckedNumber | null): string {
  return number === null ? "geen" : `${number.number}, nagekeken op ${day(number.checkedOn)}`;
}

function endText({ on, reason }: NonNullable<Protocol["ended"]>): string {
  return `vanaf ${day(on)}: ${reason}`;
}

function domain(mailbox: string): string {
  return mailbox.slice(mailbox.lastIndexOf("@") + 1).toLowerCase();
}
