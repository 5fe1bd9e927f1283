import { Link } from "@fluentui/react/lib/Link";
import { useEffect } from "react";
import type { HandOverRegister } from "../application/hand-over-register.ts";
import type { Outstanding } from "../application/outstanding.ts";
import type { ReferralSession } from "../application/referral-session.ts";
import type { Screen, SessionState } from "../application/session-state.ts";
import type { Reference } from "../domain/reference.ts";
import { stepText } from "../texts/nl/failures.ts";
import { common, HAND_OVER, PRODUCT, review, outstandingBar as texts } from "../texts/nl/screens.ts";
import { RegisterNote } from "./handover/register-note.tsx";
import { loadHandOver } from "./load-hand-over.ts";
import { OutstandingBar } from "./outstanding/outstanding-bar.tsx";
import { DirectoryNotes } from "./parts/directory-notes.tsx";
import { HandOverLater } from "./parts/hand-over-later.tsx";
import { run } from "./parts/run.ts";
import { SCREEN_TITLE } from "./parts/screen.tsx";
import { TechnicalDetails } from "./parts/technical-details.tsx";
import { useFocusKept } from "./parts/use-focus-kept.ts";
import { useStore } from "./parts/use-store.ts";
import { ClientScreen } from "./screens/client-screen.tsx";
import { ConsentScreen } from "./screens/consent-screen.tsx";
import { ReviewScreen } from "./screens/review-screen.tsx";
import { SenderScreen } from "./screens/sender-screen.tsx";
import { UnusableScreen } from "./screens/unusable-screen.tsx";
import { WaitingScreen } from "./screens/waiting-screen.tsx";

interface Props {
  readonly session: ReferralSession;
  readonly outstanding: Outstanding;
  readonly register: HandOverRegister;
}

/**
 * The sender's pane: what there is to know of the directory, the session's screen or what is still to be handed over, and
 * the technical details below. Whoever looks at what is still to be handed over finds the session as it was.
 */
export function ComposePane({ session, outstanding, register }: Props) {
  useEffect(() => run(session.start()), [session]);
  useEffect(() => run(outstanding.look()), [outstanding]);
  useEffect(() => {
    // Ahead of need; the screen that needs it tells when it did not come.
    loadHandOver().catch(() => undefined);
  }, []);
  const state = useStore(session);
  const { view } = useStore(outstanding);
  const { screen, replaces, directory } = state;
  useFocusKept(SCREEN_TITLE, replaces);
  const replace = (reference: Reference): void => {
    session.replace(reference);
    outstanding.hide();
  };
  return (
    <main className="pane">
      <DirectoryNotes notes={directory} />
      {view.name === "closed" ? (
        <>
          {isAtWork(screen) || state.busy ? null : (
            <>
              <OutstandingBar outstanding={outstanding} />
              <RegisterNote register={register} />
            </>
          )}
          {replaces === null || !isForm(screen) ? null : (
            <Replacing reference={replaces} onStop={() => session.replace(null)} />
          )}
          <CurrentScreen session={session} state={state} outstanding={outstanding} register={register} />
        </>
      ) : (
        <HandOverLater key="outstanding" title={texts.title} onBack={() => outstanding.hide()}>
          {({ OutstandingViews }) => (
            <OutstandingViews
              outstanding={outstanding}
              register={register}
              onReplace={isForm(screen) ? replace : null}
            />
          )}
        </HandOverLater>
      )}
      <TechnicalDetails />
    </main>
  );
}

/** Nothing else is offered here: Outlook is at work, or the words of this message stand on the screen. */
function isAtWork({ name }: Screen): boolean {
  return name === "sealing" || name === "handover";
}

/** A referral can be made in this message. */
function isForm({ name }: Screen): boolean {
  return name === "sender" || name === "client" || name === "consent" || name === "review";
}

function Replacing({ reference, onStop }: { readonly reference: Reference; readonly onStop: () => void }) {
  return (
    <div className="replacing">
      {texts.replacing(reference)}{" "}
      <Link as="button" onClick={onStop}>
        {texts.notReplacing}
      </Link>
    </div>
  );
}

function CurrentScreen({ session, state, outstanding, register }: Props & { readonly state: SessionState }) {
  const { screen } = state;
  switch (screen.name) {
    case "starting":
      return <WaitingScreen key="starting" title={PRODUCT} text={common.starting} />;
    case "unusable":
      return (
        <UnusableScreen
          key="unusable"
          problem={screen.problem}
          outstanding={outstanding}
          onRetry={() => run(session.start())}
        />
      );
    case "sender":
      return <SenderScreen key="sender" session={session} state={state} />;
    case "client":
      return <ClientScreen key="client" session={session} state={state} />;
    case "consent":
      return <ConsentScreen key="consent" session={session} state={state} protocol={screen.protocol} />;
    case "review":
      return (
        <ReviewScreen key="review" session={session} state={state} referral={screen.referral} failed={screen.failed} />
      );
    case "sealing":
      return <WaitingScreen key="sealing" title={review.seal} text={stepText[screen.step]} />;
    case "handover":
      return (
        <HandOverLater key="handover" title={HAND_OVER} onBack={null}>
          {({ HandoverScreen }) => (
            <HandoverScreen session={session} step={screen.step} register={register} failed={screen.failed} />
          )}
        </HandOverLater>
      );
  }
}
