import type { AddIn } from "../../mail.ts";
import type { ClientProfile } from "./profile.ts";

/** office.js's number for Outlook on the web. */
const OUTLOOK_ON_THE_WEB_APP = 64;

/** The language of this Outlook. */
export const LOCALE = "nl-BE";

/** What `ContextActivationManager_getAppContextAsync` answers. */
export function appContext(addIn: AddIn, profile: ClientProfile, settings: Readonly<Record<string, string>>) {
  return {
    _id: addIn.id,
    _appName: OUTLOOK_ON_THE_WEB_APP,
    _appVersion: "16.01",
    _appUILocale: LOCALE,
    _dataLocale: LOCALE,
    _docUrl: "",
    _clientMode: 0,
    _settings: settings,
    _reason: 1,
    _osfControlType: 0,
    _eToken: "",
    _correlationId: "",
    _appInstanceId: crypto.randomUUID(),
    _touchEnabled: false,
    _commerceAllowed: false,
    _appMinorVersion: 0,
    _requirementMatrix: JSON.stringify({ Mailbox: profile.mailboxSet }),
    _hostFullVersion: "16.01",
    _addinName: addIn.name,
    _appDomains: [],
    _dialogRequirementMatrix: "{}",
    _featureGates: {},
    _initialDisplayMode: 0,
    _hostCustomMessage: "",
  };
}
