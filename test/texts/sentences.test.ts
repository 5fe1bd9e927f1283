import { withStop } from "../../src/texts/nl/sentences.ts";

test.each([
  ["Om te bereiken", "Om te bereiken."],
  ["Om te bereiken.", "Om te bereiken."],
  ["in het dossier;", "in het dossier."],
  ["in het dossier,", "in het dossier."],
  ["Mag dat?", "Mag dat?"],
  ["Ja!", "Ja!"],
  ["enzovoort…", "enzovoort…"],
  ["(artikel 3.)", "(artikel 3.)"],
  ["(artikel 3)", "(artikel 3)."],
  ["“Niets.”", "“Niets.”"],
  ["Als volgt:", "Als volgt:"],
])("%j becomes %j", (text, expected) => {
  expect(withStop(text)).toBe(expected);
});
