/** The libraries that come by dynamic import, each in a chunk of its own. */
export type LibraryName = "libsodium" | "libphonenumber";

/**
 * A library that did not come or did not start: no network, a chunk of another release, WebAssembly forbidden. The cause
 * holds what the browser said. Trying again later may work; nothing of a failed try is kept.
 */
export class LibraryError extends Error {
  override readonly name = "LibraryError";
  readonly code = "library-not-loaded";
  readonly library: LibraryName;

  constructor(library: LibraryName, options: ErrorOptions) {
    super(`${library} could not be loaded`, options);
    this.library = library;
  }
}
