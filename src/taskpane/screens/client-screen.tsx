import { PrimaryButton } from "@fluentui/react/lib/Button";
import { useCallback } from "react";
import { isAsked } from "../../application/read-client.ts";
import type { ReferralSession } from "../../application/referral-session.ts";
import type { SessionState } from "../../application/session-state.ts";
import type { ClientField } from "../../domain/field.ts";
import { clientForm, contactText, whyText } from "../../texts/nl/client-form.ts";
import { clientLabel } from "../../texts/nl/fields.ts";
import { common } from "../../texts/nl/screens.ts";
import { ErrorSummary } from "../parts/error-summary.tsx";
import { FormStatus } from "../parts/form-status.tsx";
import { MunicipalitySelect } from "../parts/municipality-select.tsx";
import { RecipientNote } from "../parts/recipient-note.tsx";
import { run } from "../parts/run.ts";
import { Screen } from "../parts/screen.tsx";
import { TextInput } from "../parts/text-input.tsx";

interface Props {
  readonly session: ReferralSession;
  readonly state: SessionState;
}

/** The data of article 3 and nothing else (R5, R6). */
export function ClientScreen({ session, state }: Props) {
  const { recipient } = state;
  const covered = useCallback(() => session.covered(), [session]);
  const protocol = recipient?.kind === "found" ? recipient.protocol : null;
  const input = (field: ClientField, more: Parameters<typeof TextInput>[0]["input"] = {}, optional = false) =>
    isAsked(recipient, field) ? (
      <TextInput
        key={field}
        field={field}
        label={optional ? clientForm.optional(clientLabel[field]) : clientLabel[field]}
        value={state.forms.client[field]}
        issues={state.issues}
        onChange={(value) => session.changeClient(field, value)}
        why={whyText(field, protocol)}
        input={more}
      />
    ) : null;
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
        <fieldset className="group">
          <legend>{clientForm.residence}</legend>
          <div className="short">{input("postcode", { inputMode: "numeric" })}</div>
          <MunicipalitySelect
            value={state.forms.client.municipality}
            municipalities={session.municipalities()}
            hasPostcode={recipient !== null}
            issues={state.issues}
            why={whyText("municipality", protocol)}
            onChange={(value) => session.changeClient("municipality", value)}
          />
          <RecipientNote recipient={recipient} covered={covered} />
        </fieldset>
        <fieldset className="group">
          <legend>{clientForm.nameAndAddress}</legend>
          {input("firstName")}
          {input("lastName")}
          {input("street")}
          <div className="pair">
            {input("houseNumber")}
            {input("box", {}, true)}
          </div>
        </fieldset>
        <fieldset className="group">
          <legend>{clientForm.contact}</legend>
          <p>{contactText(protocol)}</p>
          {input("phone", { type: "tel" })}
          {input("email", { type: "email" })}
        </fieldset>
        <div className="buttons">
          <PrimaryButton type="submit">{state.reviewed ? clientForm.backToReview : clientForm.next}</PrimaryButton>
        </div>
        <FormStatus state={state} />
      </form>
    </Screen>
  );
}
