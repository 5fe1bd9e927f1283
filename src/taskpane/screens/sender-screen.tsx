import { PrimaryButton } from "@fluentui/react/lib/Button";
import type { ReferralSession } from "../../application/referral-session.ts";
import type { SessionState } from "../../application/session-state.ts";
import { SENDER_FIELDS } from "../../domain/sender.ts";
import { senderLabel } from "../../texts/nl/fields.ts";
import { senderForm } from "../../texts/nl/screens.ts";
import { EnginesFailed } from "../parts/engines-failed.tsx";
import { ErrorSummary } from "../parts/error-summary.tsx";
import { run } from "../parts/run.ts";
import { Screen } from "../parts/screen.tsx";
import { TextInput } from "../parts/text-input.tsx";

interface Props {
  readonly session: ReferralSession;
  readonly state: SessionState;
}

/** Who refers: asked once, kept in the mailbox. */
export function SenderScreen({ session, state }: Props) {
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
                type: field === "email" ? "email" : field === "phone" ? "tel" : "text",
                readOnly: field === "email",
              }}
            />
          ))}
        </div>
        <div className="buttons">
          <PrimaryButton type="submit">{state.reviewed ? senderForm.backToReview : senderForm.next}</PrimaryButton>
        </div>
        <EnginesFailed shown={state.enginesFailed} />
      </form>
    </Screen>
  );
}
