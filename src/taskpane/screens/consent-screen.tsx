import { DefaultButton, PrimaryButton } from "@fluentui/react/lib/Button";
import { Checkbox } from "@fluentui/react/lib/Checkbox";
import type { ReferralSession } from "../../application/referral-session.ts";
import type { SessionState } from "../../application/session-state.ts";
import type { ConsentManner } from "../../domain/consent.ts";
import { CONSENT_TOPICS, type ConsentField } from "../../domain/field.ts";
import type { Protocol } from "../../domain/protocol.ts";
import { mannerText, readAloudText } from "../../texts/nl/consent.ts";
import { issueText } from "../../texts/nl/issues.ts";
import { common, consentForm } from "../../texts/nl/screens.ts";
import { controlId } from "../parts/control-id.ts";
import { ErrorSummary } from "../parts/error-summary.tsx";
import { FormStatus } from "../parts/form-status.tsx";
import { run } from "../parts/run.ts";
import { Screen } from "../parts/screen.tsx";
import { TextInput } from "../parts/text-input.tsx";
import { ToldTopic } from "../parts/told-topic.tsx";

interface Props {
  readonly session: ReferralSession;
  readonly state: SessionState;
  readonly protocol: Protocol;
}

const MANNERS = ["spoken", "written"] as const satisfies readonly ConsentManner[];

/** The consent gate (R2): each thing that was told is confirmed on its own. */
export function ConsentScreen({ session, state, protocol }: Props) {
  const { consent } = state.forms;
  const wrong = (field: ConsentField) => {
    const issue = state.issues.find((each) => each.field === field);
    return issue === undefined ? null : (
      <p className="wrong" id={`${controlId(field)}-wrong`}>
        {issueText(issue)}
      </p>
    );
  };
  const described = (field: ConsentField) =>
    state.issues.some((each) => each.field === field)
      ? { ariaDescribedBy: `${controlId(field)}-wrong`, inputProps: { "aria-invalid": true } }
      : {};
  return (
    <Screen title={consentForm.title} progress={common.step(2, 4)}>
      <ErrorSummary issues={state.issues} refusals={state.refusals} />
      <p>{consentForm.intro}</p>
      <details className="read-aloud">
        <summary>{consentForm.readAloud}</summary>
        <p className="explain">{consentForm.explain}</p>
        {readAloudText(protocol).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </details>
      <form
        noValidate
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          run(session.submitConsent());
        }}
      >
        <div className="fields">
          <fieldset className="choices">
            <legend>{consentForm.toldLegend}</legend>
            {state.askedAgain === null ? null : (
              <p className="note">{consentForm.again[state.askedAgain](protocol.recipient.name)}</p>
            )}
            {CONSENT_TOPICS.map((topic) => (
              <ToldTopic
                key={topic}
                topic={topic}
                protocol={protocol}
                issue={state.issues.find(({ field }) => field === `told.${topic}`)}
                checked={consent.told.includes(topic)}
                onChange={(checked) =>
                  session.changeConsent({
                    told: CONSENT_TOPICS.filter((each) => (each === topic ? checked : consent.told.includes(each))),
                  })
                }
              />
            ))}
          </fieldset>
          <TextInput
            field="consentDate"
            label={consentForm.date}
            value={consent.date}
            issues={state.issues}
            onChange={(date) => session.changeConsent({ date })}
            input={{ type: "date", max: session.today() }}
          />
          <fieldset
            className="choices"
            id={controlId("consentManner")}
            tabIndex={-1}
            {...(state.issues.some(({ field }) => field === "consentManner")
              ? { "aria-describedby": `${controlId("consentManner")}-wrong` }
              : {})}
          >
            <legend>{consentForm.manner}</legend>
            {wrong("consentManner")}
            {MANNERS.map((manner) => (
              <label key={manner} className="radio">
                <input
                  type="radio"
                  id={`${controlId("consentManner")}-${manner}`}
                  name={controlId("consentManner")}
                  autoComplete="off"
                  checked={consent.manner === manner}
                  onChange={() => session.changeConsent({ manner })}
                />
                {mannerText[manner]}
              </label>
            ))}
          </fieldset>
          <fieldset className="choices">
            <legend>{consentForm.secrecyLegend}</legend>
            {wrong("secrecy")}
            <Checkbox
              id={controlId("secrecy")}
              label={consentForm.secrecy}
              checked={consent.secrecy}
              {...described("secrecy")}
              onChange={(_event, checked) => session.changeConsent({ secrecy: checked === true })}
            />
          </fieldset>
        </div>
        <div className="buttons">
          <PrimaryButton type="submit">{consentForm.next}</PrimaryButton>
          <DefaultButton onClick={() => session.goTo("client")}>{common.back}</DefaultButton>
        </div>
        <FormStatus state={state} />
      </form>
    </Screen>
  );
}
