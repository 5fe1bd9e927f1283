import { CLIENT_FIELDS, type ClientField } from "../../src/domain/field.ts";
import { recipientText, whyText } from "../../src/texts/nl/client-form.ts";
import { dayText } from "../../src/texts/nl/dates.ts";
import { REFERRAL } from "../document/sample-referral.ts";

const RESIDENCE = "De woonplaats bepaalt ook naar welk OCMW dit gaat.";
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

describe("what the place of residence leads to", () => {
  const { recipient, inForceFrom } = REFERRAL.protocol;

  test("the recipient", () => {
    expect(recipientText.found(recipient.name)).toBe("Dit gaat naar OCMW Bree.");
  });

  test("no protocol: not by plain e-mail either, and where there is one", () => {
    const text = recipientText.notCovered(["Bree", "Peer"]);
    for (const part of ["niet doorgeven", "gewone e-mail", "Bree, Peer"]) expect(text).toContain(part);
    expect(recipientText.notCovered([])).toContain("geen enkele gemeente");
  });

  test("the municipalities to choose from", () => {
    expect(recipientText.otherMunicipality(["Bree", "Peer"])).toContain("Bree, Peer");
    expect(recipientText.ambiguous(["Bree", "Peer"])).toContain("Bree en Peer");
  });

  test.each(["notYet", "ended"] as const)(
    "a protocol out of its time (%s): with whom, which day, and nothing may go",
    (code) => {
      const text = recipientText[code](recipient.name, inForceFrom);
      for (const part of [recipient.name, dayText(inForceFrom)]) expect(text).toContain(part);
      expect(text).toMatch(/mag je de gegevens niet|Je mag de gegevens niet/);
    },
  );
});
