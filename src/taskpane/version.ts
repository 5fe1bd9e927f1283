/** Put in by the build, from package.json. */
declare const __APP_VERSION__: string;

/** The release that this page is part of. */
export const VERSION = __APP_VERSION__;
