import { CLIENT_FIELDS, type ClientField } from "../../src/domain/field.ts";
import { contactText, whyText } from "../../src/texts/nl/client-form.ts";
import { REFERRAL } from "../document/sample-referral.ts";

const RESIDENCE = "De woonplaats bepaalt ook naar wie dit gaat.";
const JUSTIFIED = "Noodzakelijk om de cliënt te bereiken";

/** A protocol that justifies all fields with these words. */
function justifying(justification: string) {
  return { data: [{ fields: CLIENT_FIELDS, justification }] };
}

describe("why a field is asked", () => {
  test.each(CLIENT_FIELDS.filter((field) => field !== "postcode" && field !== "municipality"))(
    "%s: in the protocol's words",
    (field) => {
      expect(whyText(field, justifying(JUSTIFIED))).toBe(`Volgens het protocol: ${JUSTIFIED}.`);
    },
  );

  test.each<ClientField>(["postcode", "municipality"])(
    "%s: in the protocol's words, and for the recipient",
    (field) => {
      expect(whyText(field, justifying(JUSTIFIED))).toBe(`Volgens het protocol: ${JUSTIFIED}. ${RESIDENCE}`);
    },
  );

  test.each([".", "?"])("a justification that ends in %s gets no second stop", (stop) => {
    expect(whyText("phone", justifying(`${JUSTIFIED}${stop}`))).toBe(`Volgens het protocol: ${JUSTIFIED}${stop}`);
  });

  test("without a protocol, or where it says nothing, in our own words", () => {
    for (const protocol of [null, { data: [] }]) {
      expect(CLIENT_FIELDS.map((field) => whyText(field, protocol).includes("protocol"))).not.toContain(true);
      expect(whyText("firstName", protocol)).toBe(whyText("lastName", protocol));
      expect(whyText("phone", protocol)).not.toBe(whyText("firstName", protocol));
      expect(whyText("postcode", protocol)).toBe(`${whyText("street", protocol)} ${RESIDENCE}`);
    }
  });
});

describe("what is needed to reach the client", () => {
  const { recipient } = REFERRAL.protocol;
  const allowing = (...fields: ClientField[]) => ({ recipient, data: [{ fields, justification: JUSTIFIED }] });

  test.each([
    ["no protocol yet", null, "Vul minstens een telefoonnummer of een e-mailadres in."],
    ["both allowed", allowing("phone", "email"), "Vul minstens een telefoonnummer of een e-mailadres in."],
    ["phone alone", allowing("phone"), "OCMW Bree mag geen e-mailadres krijgen. Vul het telefoonnummer in."],
    ["e-mail alone", allowing("email"), "OCMW Bree mag geen telefoonnummer krijgen. Vul het e-mailadres in."],
  ])("%s", (_name, protocol, expected) => {
    expect(contactText(protocol)).toBe(expected);
  });
});
