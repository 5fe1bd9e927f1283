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

/** The purposes of WCAG 2.2, 1.3.5: these are the user's own data. A team comes from the list, not from the browser. */
const AUTOCOMPLETE = { name: "name", email: "email", team: "off", phone: "tel" } as const;
const TEAMS = "teams";

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
              {...(field === "team" ? { hint: senderForm.teamHint } : {})}
              input={{
                ...(field === "team" ? { list: TEAMS } : {}),
                autoComplete: AUTOCOMPLETE[field],
                type: field === "email" ? "email" : field === "phone" ? "tel" : "text",
                readOnly: field === "email" && known,
              }}
            />
          ))}
          <datalist id={TEAMS}>
            {session.teams().map((team) => (
              <option key={team} value={team} />
            ))}
          </datalist>
        </div>
        <div className="buttons">
          <PrimaryButton type="submit">{state.reviewed ? senderForm.backToReview : senderForm.next}</PrimaryButton>
        </div>
        <FormStatus state={state} />
      </form>
    </Screen>
  );
}
