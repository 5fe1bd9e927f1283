import { PrimaryButton } from "@fluentui/react/lib/Button";
import { TextField } from "@fluentui/react/lib/TextField";
import { useEffect, useRef } from "react";
import type { HandOverRegister } from "../../application/hand-over-register.ts";
import type { HandOverStep } from "../../application/hand-over-step.ts";
import { CHANNELS } from "../../domain/register.ts";
import { channelText, handedOver, toIssueText } from "../../texts/nl/register.ts";
import { useStore } from "../parts/use-store.ts";
import { RegisterNote } from "./register-note.tsx";

interface Props {
  readonly step: HandOverStep;
  readonly register: HandOverRegister;
}

const TO = "handover-to";
const CHANNEL = "handover-channel";

/** That the password was handed over: to whom, how, now (R12, R18). What was noted takes the place of the form. */
export function HandedOver({ step, register }: Props) {
  const { to, channel, issues, refusals, done } = useStore(step).form;
  const noted = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (done !== null) noted.current?.focus();
  }, [done]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each press that found something brings focus to it again.
  useEffect(() => {
    if (issues.to !== null) document.getElementById(TO)?.focus();
    else if (issues.channel) document.getElementById(`${CHANNEL}-${CHANNELS[0]}`)?.focus();
  }, [refusals]);
  return (
    <section className="section">
      <h2>{handedOver.title}</h2>
      {done === null ? (
        <form
          noValidate
          autoComplete="off"
          onSubmit={(event) => {
            event.preventDefault();
            step.submit();
          }}
        >
          <p>{handedOver.intro}</p>
          <div className={issues.to === null ? "fields" : "fields invalid"}>
            <TextField
              id={TO}
              label={handedOver.to}
              value={to}
              autoComplete="off"
              spellCheck={false}
              invalid={issues.to !== null}
              onRenderDescription={() => (
                <>
                  {issues.to === null ? null : <span className="field-wrong">{toIssueText[issues.to]} </span>}
                  <span className="hint">{handedOver.toHint}</span>
                </>
              )}
              onChange={(_event, text) => step.changeForm({ to: text ?? "" })}
            />
            <fieldset className="choices" {...(issues.channel ? { "aria-describedby": `${CHANNEL}-wrong` } : {})}>
              <legend>{handedOver.how}</legend>
              {issues.channel ? (
                <p className="wrong" id={`${CHANNEL}-wrong`}>
                  {handedOver.howMissing}
                </p>
              ) : null}
              {CHANNELS.map((each) => (
                <label key={each} className="radio">
                  <input
                    type="radio"
                    id={`${CHANNEL}-${each}`}
                    name={CHANNEL}
                    autoComplete="off"
                    checked={channel === each}
                    onChange={() => step.changeForm({ channel: each })}
                  />
                  {channelText[each]}
                </label>
              ))}
            </fieldset>
          </div>
          <div className="buttons">
            <PrimaryButton type="submit">{handedOver.submit}</PrimaryButton>
          </div>
        </form>
      ) : (
        <p className="note" ref={noted} tabIndex={-1}>
          {handedOver.done(done)}
        </p>
      )}
      <RegisterNote register={register} />
    </section>
  );
}
