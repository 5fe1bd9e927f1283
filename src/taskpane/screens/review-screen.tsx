import { DefaultButton, PrimaryButton } from "@fluentui/react/lib/Button";
import { Link } from "@fluentui/react/lib/Link";
import type { ReactNode } from "react";
import type { Failed } from "../../application/prepare-referral.ts";
import type { ReferralSession } from "../../application/referral-session.ts";
import { isSameName } from "../../application/same-name.ts";
import type { SessionState } from "../../application/session-state.ts";
import { allows, type Protocol } from "../../domain/protocol.ts";
import type { Referral } from "../../domain/referral.ts";
import { mannerText } from "../../texts/nl/consent.ts";
import { dayText } from "../../texts/nl/dates.ts";
import { clientLabel } from "../../texts/nl/fields.ts";
import { publishedLinks } from "../../texts/nl/published-links.ts";
import { recipientKind } from "../../texts/nl/recipient.ts";
import { common, review } from "../../texts/nl/screens.ts";
import { Facts } from "../parts/facts.tsx";
import { FailureNote } from "../parts/failure-note.tsx";
import { FormStatus } from "../parts/form-status.tsx";
import { run } from "../parts/run.ts";
import { Screen } from "../parts/screen.tsx";

interface Props {
  readonly session: ReferralSession;
  readonly state: SessionState;
  readonly referral: Referral;
  readonly failed: Failed | null;
}

/** Everything once more before anything is sealed, each part with a way to change it. */
export function ReviewScreen({ session, state, referral, failed }: Props) {
  const { client, consent, sender, protocol } = referral;
  const { recipient } = protocol;
  const phone = (e164: string) => session.displayPhone(e164);
  return (
    <Screen title={review.title} progress={common.step(3, 4)}>
      {failed === null ? null : <FailureNote failed={failed} />}
      <p>{review.intro}</p>
      <Section title={review.recipientTitle}>
        <Facts
          rows={[
            [review.recipientName, recipient.name],
            [review.recipientKind, recipientKind[recipient.kind]],
            [review.mailbox, recipient.mailbox],
          ]}
        />
      </Section>
      <Section
        title={review.clientTitle}
        change={{ label: review.changeWhat.client, go: () => session.goTo("client") }}
      >
        <Facts
          rows={[
            [clientLabel.firstName, client.firstName],
            [clientLabel.lastName, client.lastName],
            [
              review.address,
              `${client.street} ${client.houseNumber}${client.box === undefined ? "" : review.box(client.box)}, ${client.postcode} ${client.municipality}`,
            ],
            ...fact(
              allows(protocol, "phone"),
              clientLabel.phone,
              client.phone === undefined ? null : phone(client.phone),
            ),
            ...fact(allows(protocol, "email"), clientLabel.email, client.email ?? null),
          ]}
        />
      </Section>
      <Section
        title={review.consentTitle}
        change={{ label: review.changeWhat.consent, go: () => session.goTo("consent") }}
      >
        <p>{review.consent(mannerText[consent.manner], dayText(consent.date))}</p>
      </Section>
      <Section
        title={review.senderTitle}
        change={{ label: review.changeWhat.sender, go: () => session.goTo("sender") }}
      >
        <Facts
          rows={[
            [review.sender.name, sender.name],
            [review.sender.email, sender.email],
            [review.sender.team, sender.team],
            [review.sender.phone, phone(sender.phone)],
          ]}
        />
        {isSameName(sender.team, protocol.team) ? null : <p className="note">{review.otherTeam(protocol.team)}</p>}
      </Section>
      <Section title={review.protocolTitle}>
        <Facts
          rows={[
            [review.team, protocol.team],
            [review.inForce, review.since(dayText(protocol.inForceFrom))],
            ...ending(protocol),
            [review.agreement, review.signed(dayText(protocol.agreementDate))],
            [review.notice, review.months(protocol.noticeMonths)],
          ]}
        />
        <p>{protocol.purpose}</p>
        <p>
          {review.published}{" "}
          {publishedLinks(protocol).map((part) =>
            typeof part === "string" ? (
              part
            ) : (
              <Link key={part.href} href={part.href} target="_blank" rel="noopener">
                {part.text}
              </Link>
            ),
          )}
          .
        </p>
      </Section>
      <Section title={review.messageTitle}>
        <ul>
          {review.message(recipient.mailbox).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Section>
      <div className="buttons">
        <PrimaryButton onClick={() => run(session.seal())}>{review.seal}</PrimaryButton>
        <DefaultButton onClick={() => session.goTo("consent")}>{common.back}</DefaultButton>
      </div>
      <FormStatus state={state} />
    </Screen>
  );
}

type Row = readonly [label: string, value: string];

/** What may not be passed on has no row, not even one that says that it is not known. */
function fact(allowed: boolean, label: string, value: string | null): readonly Row[] {
  return allowed ? [[label, value ?? review.unknown]] : [];
}

/** A protocol in force may have been given notice: its last day is near. */
function ending({ ended }: Protocol): readonly Row[] {
  return ended === null ? [] : [[review.ends, review.endsOn(dayText(ended.on), ended.reason)]];
}

interface SectionProps {
  readonly title: string;
  readonly change?: { readonly label: string; readonly go: () => void };
  readonly children: ReactNode;
}

function Section({ title, change, children }: SectionProps) {
  return (
    <section className="section">
      <div className="section-head">
        <h2>{title}</h2>
        {change === undefined ? null : (
          <Link as="button" aria-label={change.label} onClick={change.go}>
            {review.change}
          </Link>
        )}
      </div>
      {children}
    </section>
  );
}
