import type { Directory } from "../directory/directory.ts";
import { coveredMunicipalities, type RecipientAnswer } from "../directory/find-recipient.ts";
import type { MunicipalityAt } from "../directory/municipalities-at.ts";
import type { ClientForm } from "../domain/client.ts";
import { daysBetween, type IsoDate } from "../domain/iso-date.ts";
import type { DirectoryTrouble } from "./load-directory.ts";
import { choicesFor, type Residence, recipientFor, withMunicipality } from "./residence.ts";
import type { DirectoryNotes } from "./session-state.ts";

/** Days before the end in which the pane says that the directory runs out. */
const EXPIRES_SOON = 30;

/** The directory that the session works by. Every answer is that of today: a pane may stay open for days. */
export class DirectoryInUse {
  readonly #directory: Directory;
  readonly #today: () => IsoDate;

  constructor(directory: Directory, today: () => IsoDate) {
    this.#directory = directory;
    this.#today = today;
  }

  /** The local teams of the agency. */
  get teams(): readonly string[] {
    return this.#directory.teams;
  }

  /** `kept`: it is the copy of the device. */
  notes(kept: boolean): DirectoryNotes {
    const { demo, validUntil } = this.#directory;
    const near = daysBetween(this.#today(), validUntil) <= EXPIRES_SOON;
    return { demo, kept, expiresOn: near ? validUntil : null };
  }

  /** Its last day has passed; `null` while no such thing. */
  trouble(): DirectoryTrouble | null {
    const { validUntil, serial } = this.#directory;
    return validUntil < this.#today() ? { code: "expired", validUntil, serial } : null;
  }

  /** The municipalities whose families can be referred. */
  covered(): readonly string[] {
    return coveredMunicipalities(this.#directory, this.#today());
  }

  municipalities(place: Residence): readonly MunicipalityAt[] {
    return choicesFor(this.#directory, place, this.#today());
  }

  recipient(place: Residence): RecipientAnswer | null {
    return recipientFor(this.#directory, place, this.#today());
  }

  withMunicipality(form: ClientForm, before: Residence): ClientForm {
    return withMunicipality(this.#directory, form, before, this.#today());
  }
}
