/** All that Outlook's own JavaScript engine has besides the language and `Office` (classic Outlook on Windows). */
declare function setTimeout(work: () => void, milliseconds: number): unknown;
