import type { RecipientAnswer } from "../directory/find-recipient.ts";
import type { ClientForm } from "../domain/client.ts";
import type { ConsentForm } from "../domain/consent.ts";
import type { FieldIssue } from "../domain/field-issue.ts";
import type { IsoDate } from "../domain/iso-date.ts";
import type { Protocol } from "../domain/protocol.ts";
import type { Reference } from "../domain/reference.ts";
import type { Referral } from "../domain/referral.ts";
import type { SenderForm } from "../domain/sender.ts";
import type { AskedAgain } from "./consent-subject.ts";
import type { DraftObstacle } from "./draft-check.ts";
import type { HandOverStep } from "./hand-over-step.ts";
import type { DirectoryTrouble } from "./load-directory.ts";
import type { Failed, PreparationStep } from "./prepare-referral.ts";

export interface Forms {
  readonly sender: SenderForm;
  readonly client: ClientForm;
  readonly consent: ConsentForm;
}

export type FormName = keyof Forms;

/** Why no referral can be made in this message now. */
export type StartProblem =
  | { readonly code: "draft"; readonly obstacle: DraftObstacle }
  /** Outlook did not tell what the message holds. */
  | { readonly code: "outlook" }
  /** The directory of protocols did not come or was refused. */
  | { readonly code: "directory"; readonly problem: DirectoryTrouble };

/** What the person is told of the directory that is in use. */
export interface DirectoryNotes {
  /** Invented places and recipients. */
  readonly demo: boolean;
  /** The host did not answer: this is the copy that the device kept. */
  readonly kept: boolean;
  /** The last day on which it is valid, when that is near; `null` otherwise. */
  readonly expiresOn: IsoDate | null;
}

/** Where the person is; each screen has what it needs and nothing else. */
export type Screen =
  | { readonly name: "starting" }
  | { readonly name: "unusable"; readonly problem: StartProblem }
  | { readonly name: "sender" | "client" }
  | { readonly name: "consent"; readonly protocol: Protocol }
  | { readonly name: "review"; readonly referral: Referral; readonly failed: Failed | null }
  | { readonly name: "sealing"; readonly step: PreparationStep }
  /** `failed`: why the message could not be taken back. */
  | {
      readonly name: "handover";
      readonly referral: Referral;
      readonly step: HandOverStep;
      readonly failed: Failed | null;
    };

export interface SessionState {
  readonly screen: Screen;
  /** `null` while there is no directory. */
  readonly directory: DirectoryNotes | null;
  /** Kept whatever happens, until the message is sealed or left. */
  readonly forms: Forms;
  /** What the last press of the button found, in the order of the form. */
  readonly issues: readonly FieldIssue[];
  /** Rises with each press that found issues, so that the summary takes focus again. */
  readonly refusals: number;
  /** Whom the place of residence leads to; `null` while there is no postcode to look up. */
  readonly recipient: RecipientAnswer | null;
  /** Why what was confirmed of the consent is gone; `null` when it is not, or was given again. */
  readonly askedAgain: AskedAgain | null;
  /** The earlier referral, whose password was lost, that this one is made in the place of. */
  readonly replaces: Reference | null;
  /** The engines (phone numbers, password) could not be loaded; pressing again tries again. */
  readonly enginesFailed: boolean;
  /** What was pressed is under way; what is pressed meanwhile does nothing. */
  readonly busy: boolean;
  /** Every form was accepted once: one that is changed leads back to the review. */
  readonly reviewed: boolean;
}
