import { PrimaryButton } from "@fluentui/react/lib/Button";
import { useState } from "react";
import type { ReferralSession } from "../../application/referral-session.ts";
import type { SessionState } from "../../application/session-state.ts";
import { SENDER_FIELDS } from "../../domain/field.ts";
import { isEmailAddress } from "../../domain/field-rules.ts";
import { senderLabel } from "../../texts/nl/fields.ts";
import { senderForm } from "../../texts/nl/screens.ts";
import { ErrorSummary } from "../parts/error-summary.tsx";
import { FormStatus } from "../parts/form-status.tsx";
import { run } from "../parts/run.ts";
import { Screen } from "../parts/screen.tsx";
import { TextInput } from "../parts/text-input.tsx";

interface Props {
  readonly session: ReferralSession;
  readonly state: SessionState;
}

/** The purposes of WCAG 2.2, 1.3.5: these are the user's own data. */
const AUTOCOMPLETE = { name: "name", email: "email", team: "organization", phone: "tel" } as const;

/** Who refers: asked once, kept in the mailbox. */
export function SenderScreen({ session, state }: Props) {
  // Outlook knows the address; one that our rule refuses must not lock the person out.
  const [known] = useState(() => isEmailAddress(state.forms.sender.email));
  return (
    <Screen title={senderForm.title}>
      <ErrorSummary issues={state.issues} refusals={state.refusals} />
      <p>{senderForm.intro}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          run(session.submitSender());
        }}
      >
        <div className="fields">
          {SENDER_FIELDS.map((field) => (
            <TextInput
              key={field}
              field={`sender.${field}`}
              label={senderLabel[field]}
              value={state.forms.sender[field]}
              issues={state.issues}
              onChange={(value) => session.changeSender(field, value)}
              input={{
                autoComplete: AUTOCOMPLETE[field],
                type: field === "email" ? "email" : field === "phone" ? "tel" : "text",
                readOnly: field === "email" && known,
              }}
            />
          ))}
        </div>
        <div className="buttons">
          <PrimaryButton type="submit">{state.reviewed ? senderForm.backToReview : senderForm.next}</PrimaryButton>
        </div>
        <FormStatus state={state} />
      </form>
    </Screen>
  );
}
