import { parseSender, type SenderForm } from "../../src/domain/sender.ts";
import { RULES } from "./sample-rules.ts";

const FORM: SenderForm = {
  name: " Bo  Voorbeeld ",
  email: "bo@team.example",
  team: "lokaal team Dorpenland",
  phone: "0470 00 00 00",
};

test("a profile that is filled in is a sender", () => {
  expect(parseSender(FORM, RULES)).toEqual({
    ok: true,
    sender: { name: "Bo Voorbeeld", email: "bo@team.example", team: "lokaal team Dorpenland", phone: "+32470000000" },
  });
});

test("nothing of the sender is optional (R1)", () => {
  expect(parseSender({ name: "", email: "", team: "", phone: "" }, RULES)).toEqual({
    ok: false,
    issues: [
      { code: "missing", field: "sender.name" },
      { code: "missing", field: "sender.email" },
      { code: "missing", field: "sender.team" },
      { code: "missing", field: "sender.phone" },
    ],
  });
});

test.each<[string, Partial<SenderForm>, object]>([
  ["a phone that is none", { phone: "12" }, { code: "phone-format", field: "sender.phone" }],
  ["an e-mail address that is none", { email: "bo" }, { code: "email-format", field: "sender.email" }],
  ["a name without a letter", { name: "007" }, { code: "no-letter", field: "sender.name" }],
  [
    "a team that is too long",
    { team: "a".repeat(121) },
    { code: "too-long", field: "sender.team", most: 120, received: 121 },
  ],
])("refuses %s", (_name, changes, issue) => {
  expect(parseSender({ ...FORM, ...changes }, RULES)).toEqual({ ok: false, issues: [issue] });
});
