import type { DirectoryNotes as Notes } from "../../application/session-state.ts";
import { directoryNote } from "../../texts/nl/directory-notes.ts";

/**
 * What there is to know of the directory, above every screen. A status: it is read out once, when it comes, and takes no
 * focus.
 */
export function DirectoryNotes({ notes }: { readonly notes: Notes | null }) {
  return (
    <div role="status" className="directory-notes">
      {notes?.demo ? <p className="demo">{directoryNote.demo}</p> : null}
      {notes?.kept ? <p>{directoryNote.kept}</p> : null}
      {notes === null || notes.expiresOn === null ? null : <p>{directoryNote.expires(notes.expiresOn)}</p>}
    </div>
  );
}
