import { useEffect } from "react";
import type { ReferralSession } from "../application/referral-session.ts";
import type { SessionState } from "../application/session-state.ts";
import { stepText } from "../texts/nl/failures.ts";
import { common, PRODUCT, review } from "../texts/nl/screens.ts";
import { DirectoryNotes } from "./parts/directory-notes.tsx";
import { run } from "./parts/run.ts";
import { TechnicalDetails } from "./parts/technical-details.tsx";
import { useSession } from "./parts/use-session.ts";
import { ClientScreen } from "./screens/client-screen.tsx";
import { ConsentScreen } from "./screens/consent-screen.tsx";
import { HandoverScreen } from "./screens/handover-screen.tsx";
import { ReviewScreen } from "./screens/review-screen.tsx";
import { SenderScreen } from "./screens/sender-screen.tsx";
import { UnusableScreen } from "./screens/unusable-screen.tsx";
import { WaitingScreen } from "./screens/waiting-screen.tsx";

/** The sender's pane: what there is to know of the directory, the session's screen, and the technical details below. */
export function ComposePane({ session }: { readonly session: ReferralSession }) {
  useEffect(() => run(session.start()), [session]);
  const state = useSession(session);
  return (
    <main className="pane">
      <DirectoryNotes notes={state.directory} />
      <CurrentScreen session={session} state={state} />
      <TechnicalDetails />
    </main>
  );
}

interface Props {
  readonly session: ReferralSession;
  readonly state: SessionState;
}

function CurrentScreen({ session, state }: Props) {
  const { screen } = state;
  switch (screen.name) {
    case "starting":
      return <WaitingScreen key="starting" title={PRODUCT} text={common.starting} />;
    case "unusable":
      return <UnusableScreen key="unusable" problem={screen.problem} onRetry={() => run(session.start())} />;
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
        <HandoverScreen
          key="handover"
          session={session}
          state={state}
          referral={screen.referral}
          seal={screen.seal}
          password={screen.password}
        />
      );
  }
}
