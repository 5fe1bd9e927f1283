import { newReference } from "../../src/domain/reference.ts";
import {
  afterFailure,
  directoryFailure,
  emptyAgain,
  failureText,
  obstacleText,
  startFailure,
  stepText,
} from "../../src/texts/nl/failures.ts";
import { DIRECTORY_FAILURES, FAILURE_CODES, FAILURE_REASONS, OBSTACLE_CODES } from "./sample-failures.ts";

const REFERENCE = newReference(2026, () => 7);
/** What keeps a message from being used that is not ours. */
const NOT_OURS = OBSTACLE_CODES.filter((code) => code !== "already-sealed" && code !== "half-sealed");

describe("a message that can not become a referral", () => {
  test.each(NOT_OURS)("%s: begin a new one, and this one is as it was", (code) => {
    const { title, text } = obstacleText(code);
    expect(title).toBe("Begin een nieuw bericht");
    expect(text).toContain("Aan dit bericht is niets veranderd.");
  });

  test("each says what was found, and all say the same about what to do", () => {
    const texts = NOT_OURS.map((code) => obstacleText(code).text);
    const [found, rest] = [texts.map((text) => text.split(". ")[0]), texts.map((text) => text.split(". ").slice(1))];
    expect(new Set(found).size).toBe(NOT_OURS.length);
    for (const one of rest) expect(one).toEqual(rest[0]);
  });

  test.each([
    ["already-sealed", "Gaf je het wachtwoord door, dan kun je verzenden."],
    ["half-sealed", "Verzend dit bericht niet."],
  ] as const)("%s: which referral, whether it may be sent, and how to begin anew", (code, maySend) => {
    const { title, text } = obstacleText(code, REFERENCE);
    expect(title).not.toBe(obstacleText("reply").title);
    for (const part of [REFERENCE, maySend, "begin een nieuw bericht"]) expect(text).toContain(part);
  });
});

test("a pane that can not begin says that nothing happened, and what to try", () => {
  expect(startFailure.outlook.text).toContain("Er is niets veranderd.");
  for (const { text } of Object.values(startFailure)) expect(text).toContain("Probeer opnieuw");
});

describe("a directory of protocols that is not used", () => {
  const all = Object.values(DIRECTORY_FAILURES);

  test("each has a title of its own", () => {
    expect(new Set(all.map((failure) => directoryFailure(failure).title)).size).toBe(all.length);
  });

  test.each(all)("$code: nothing was sent, and the words for the administrator", (failure) => {
    const { text } = directoryFailure(failure);
    expect(text).toContain("Er is niets verzonden en je kunt nu niet doorverwijzen.");
    expect(text).toMatch(/[Zz]eg(?: dan)? aan de beheerder: “[^”]+\.”$/);
  });

  test("what the administrator needs to know is in it", () => {
    expect(directoryFailure(DIRECTORY_FAILURES["rolled-back"]).text).toMatch(/volgnummer 3,.* volgnummer 7\.”$/);
    expect(directoryFailure(DIRECTORY_FAILURES.expired).text).toContain("De lijst gold tot en met 23 november 2026.");
  });
});

test("each failure has a whole sentence of its own, and so has each reason of Outlook's", () => {
  const others = FAILURE_CODES.filter((code) => code !== "outlook");
  const texts = [
    ...others.map((code) => failureText(code)),
    ...FAILURE_REASONS.map((why) => failureText("outlook", why)),
  ];
  expect(new Set(texts).size).toBe(others.length + FAILURE_REASONS.length);
  for (const text of texts) expect(text).toMatch(/^\p{Lu}.*\.$/u);
});

test("Outlook without a reason is Outlook that failed", () => {
  expect(failureText("outlook")).toBe(failureText("outlook", "failed"));
});

test("a reason counts for Outlook only", () => {
  for (const why of FAILURE_REASONS) expect(failureText("archive", why)).toBe(failureText("archive"));
});

test("a failure ends with what became of the message: never sent, and whether it can be used", () => {
  expect(Object.values(afterFailure).filter((text) => !text.startsWith("Er is niets verzonden"))).toEqual([]);
  expect(Object.values(afterFailure).filter((text) => !text.includes("Probeer opnieuw"))).toEqual([]);
  expect(new Set(Object.values(afterFailure)).size).toBe(Object.keys(afterFailure).length);
  expect(afterFailure["not-restored"]).toContain("Verzend het niet.");
  expect(emptyAgain).toContain("Er is niets verzonden.");
});

test("each step has a sentence of its own while a person waits", () => {
  const texts = Object.values(stepText);
  expect(new Set(texts).size).toBe(texts.length);
  for (const text of texts) expect(text).toMatch(/^\p{Lu}.* wordt? .*\.$|^\p{Lu}.* worden .*\.$/u);
});
