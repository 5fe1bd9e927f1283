import { PrimaryButton } from "@fluentui/react/lib/Button";
import type { ReferralSession } from "../../application/referral-session.ts";
import type { SessionState } from "../../application/session-state.ts";
import type { ClientField } from "../../domain/field.ts";
import { clientForm, whyText } from "../../texts/nl/client-form.ts";
import { clientLabel } from "../../texts/nl/fields.ts";
import { common } from "../../texts/nl/screens.ts";
import { ErrorSummary } from "../parts/error-summary.tsx";
import { FormStatus } from "../parts/form-status.tsx";
import { RecipientNote } from "../parts/recipient-note.tsx";
import { run } from "../parts/run.ts";
import { Screen } from "../parts/screen.tsx";
import { TextInput } from "../parts/text-input.tsx";

interface Props {
  readonly session: ReferralSession;
  readonly state: SessionState;
}

const LOCALITIES = "localities";

/** The data of article 3 and nothing else (R5, R6). */
export function ClientScreen({ session, state }: Props) {
  const { recipient } = state;
  const protocol = recipient?.kind === "found" ? recipient.protocol : null;
  const input = (field: ClientField, more: Parameters<typeof TextInput>[0]["input"] = {}, optional = false) => (
    <TextInput
      key={field}
      field={field}
      label={optional ? clientForm.optional(clientLabel[field]) : clientLabel[field]}
      value={state.forms.client[field]}
      issues={state.issues}
      onChange={(value) => session.changeClient(field, value)}
      why={{ question: clientForm.why, answer: whyText(field, protocol) }}
      input={more}
    />
  );
  return (
    <Screen title={clientForm.title} progress={common.step(1, 4)}>
      <ErrorSummary issues={state.issues} refusals={state.refusals} />
      <p>{clientForm.intro}</p>
      <form
        noValidate
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          run(session.submitClient());
        }}
      >
        <div className="fields">
          {input("firstName")}
          {input("lastName")}
          {input("street")}
          <div className="pair">
            {input("houseNumber")}
            {input("box", {}, true)}
          </div>
          <div className="pair place">
            {input("postcode", { inputMode: "numeric" })}
            {input("municipality", { list: LOCALITIES })}
          </div>
          <datalist id={LOCALITIES}>
            {session.localities().map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <RecipientNote recipient={recipient} covered={session.covered()} />
          <p>{clientForm.contact}</p>
          {input("phone", { type: "tel" })}
          {input("email", { type: "email" })}
        </div>
        <div className="buttons">
          <PrimaryButton type="submit">{state.reviewed ? clientForm.backToReview : clientForm.next}</PrimaryButton>
        </div>
        <FormStatus state={state} />
      </form>
    </Screen>
  );
}
