import { CLIENT_FIELDS, type ClientField } from "../../src/domain/field.ts";
import { allows, isCheckDue, isInForce, publishedAt } from "../../src/domain/protocol.ts";
import { REFERRAL } from "../document/sample-referral.ts";
import { day } from "./sample-rules.ts";

const ENDED = { on: day("2026-06-01"), reason: "Opzegging." };

test.each([
  ["the day before it starts", null, "2024-02-29", false],
  ["its first day", null, "2024-03-01", true],
  ["years later", null, "2036-01-01", true],
  ["the day before its end", ENDED, "2026-05-31", true],
  ["the day of its end", ENDED, "2026-06-01", false],
  ["after its end", ENDED, "2026-06-02", false],
])("on %s", (_name, ended, today, expected) => {
  expect(isInForce({ inForceFrom: day("2024-03-01"), ended }, day(today))).toBe(expected);
});

test.each([
  ["2025-11-24", false],
  ["2025-11-23", true],
  ["2026-11-24", false],
  ["2026-11-25", false],
  ["2019-01-01", true],
])("on 24 November 2026, a number checked on %s is to be checked again: %s", (checkedOn, due) => {
  expect(isCheckDue({ number: "+3289000000", checkedOn: day(checkedOn) }, day("2026-11-24"))).toBe(due);
});

describe("a protocol is published", () => {
  const agency = { ...REFERRAL.protocol.agency, website: "https://www.agentschap.example" };
  const recipient = { ...REFERRAL.protocol.recipient, website: "https://www.dorp.example" };

  test("on its own page, where one is known", () => {
    const published = "https://www.dorp.example/protocol";
    expect(publishedAt({ published, agency, recipient })).toEqual([published]);
  });

  test("somewhere on the websites of both parties, the agency's first, while no page is known", () => {
    expect(publishedAt({ published: null, agency, recipient })).toEqual([
      "https://www.agentschap.example",
      "https://www.dorp.example",
    ]);
  });
});

describe("a protocol allows", () => {
  const allowedBy = (...groups: ClientField[][]): readonly ClientField[] =>
    CLIENT_FIELDS.filter((field) =>
      allows({ data: groups.map((fields) => ({ fields, justification: "Nodig." })) }, field),
    );

  test("the fields that one of its data names, and no other", () => {
    expect(allowedBy(["firstName", "lastName"], ["postcode", "phone"])).toEqual([
      ...CLIENT_FIELDS.filter((field) => ["firstName", "lastName", "postcode", "phone"].includes(field)),
    ]);
  });

  test("nothing when it names nothing", () => {
    expect([allowedBy(), allowedBy([])]).toEqual([[], []]);
  });

  test("every field when it names them all", () => {
    expect(allowedBy([...CLIENT_FIELDS])).toEqual(CLIENT_FIELDS);
  });
});
