import { type ClientForm, EMPTY_CLIENT_FORM, LONGEST, parseClient } from "../../src/domain/client.ts";
import { CLIENT_FIELDS, type ClientField } from "../../src/domain/field.ts";
import { RULES } from "./sample-rules.ts";

const FORM: ClientForm = {
  firstName: " An ",
  lastName: "Voorbeeld",
  street: "Dorpsplein",
  houseNumber: "7 A",
  box: "b2",
  postcode: "3960",
  municipality: "Bree",
  phone: "0470 00 00 00",
  email: "an@gezin.example",
};

const CLIENT = {
  firstName: "An",
  lastName: "Voorbeeld",
  street: "Dorpsplein",
  houseNumber: "7 A",
  box: "b2",
  postcode: "3960",
  municipality: "Bree",
  phone: "+32470000000",
  email: "an@gezin.example",
};

test("the fields are those of article 3, gegeven 1 and 2, and no others (R5, R6, R7)", () => {
  expect(CLIENT_FIELDS).toEqual([
    "postcode",
    "municipality",
    "firstName",
    "lastName",
    "street",
    "houseNumber",
    "box",
    "phone",
    "email",
  ]);
  expect(Object.keys(EMPTY_CLIENT_FORM)).toEqual([...CLIENT_FIELDS]);
});

test("a form that is filled in is a client, with the phone as E.164", () => {
  expect(parseClient(FORM, RULES)).toEqual({ ok: true, client: CLIENT });
});

test("what the client does not have is not in the client at all", () => {
  const { box: _box, phone: _phone, ...rest } = CLIENT;
  const read = parseClient({ ...FORM, box: " ", phone: "" }, RULES);
  expect(read).toStrictEqual({ ok: true, client: rest });
});

test("keys that are no field of the form do not reach the client (R7)", () => {
  const withNotes: ClientForm = { ...FORM, ...{ notes: "vrije tekst" } };
  expect(parseClient(withNotes, RULES)).toEqual({ ok: true, client: CLIENT });
});

test("an empty form lacks all that is not optional, in the order of the form", () => {
  expect(parseClient(EMPTY_CLIENT_FORM, RULES)).toEqual({
    ok: false,
    issues: [
      { code: "missing", field: "postcode" },
      { code: "missing", field: "municipality" },
      { code: "missing", field: "firstName" },
      { code: "missing", field: "lastName" },
      { code: "missing", field: "street" },
      { code: "missing", field: "houseNumber" },
      { code: "no-way-of-contact", field: "phone" },
    ],
  });
});

test.each<[string, Partial<ClientForm>, object | null]>([
  ["no phone and no e-mail address", { phone: "", email: "" }, { code: "no-way-of-contact", field: "phone" }],
  ["an e-mail address alone", { phone: "" }, null],
  ["a phone alone", { email: "" }, null],
  [
    "a phone that is wrong, and no e-mail address",
    { phone: "12", email: "" },
    { code: "phone-format", field: "phone" },
  ],
  [
    "no phone, and an e-mail address that is wrong",
    { phone: "", email: "an@" },
    { code: "email-format", field: "email" },
  ],
])("with %s (R6)", (_name, changes, issue) => {
  const read = parseClient({ ...FORM, ...changes }, RULES);
  expect(read.ok ? null : read.issues).toEqual(issue === null ? null : [issue]);
});

test.each<[string, readonly ClientField[], Partial<ClientForm>, object]>([
  ["the box", ["box"], {}, { box: undefined }],
  ["a box that is wrong", ["box"], { box: "!" }, { box: undefined }],
  ["the phone", ["phone"], {}, { phone: undefined }],
  ["the e-mail address", ["email"], {}, { email: undefined }],
  ["an e-mail address that is wrong", ["email"], { email: "an@" }, { email: undefined }],
  ["box and e-mail address", ["box", "email"], {}, { box: undefined, email: undefined }],
])(
  "%s that the protocol leaves out does not reach the client, whatever was typed (R7)",
  (_name, out, changes, gone) => {
    const read = parseClient({ ...FORM, ...changes }, RULES, (field) => !out.includes(field));
    expect(read).toStrictEqual({ ok: true, client: JSON.parse(JSON.stringify({ ...CLIENT, ...gone })) });
  },
);

test.each<["phone" | "email", "phone" | "email"]>([
  ["phone", "email"],
  ["email", "phone"],
])("where only the %s may be passed on, it is asked as needed", (allowed, leftOut) => {
  const read = parseClient({ ...FORM, [allowed]: " " }, RULES, (field) => field !== leftOut);
  expect(read).toEqual({ ok: false, issues: [{ code: "missing", field: allowed }] });
});

test.each([
  ["firstName", 100],
  ["lastName", 100],
  ["street", 120],
  ["houseNumber", 10],
  ["box", 10],
  ["municipality", 80],
] as const)("%s has at most %d characters", (field, most) => {
  expect(LONGEST[field]).toBe(most);
  expect(parseClient({ ...FORM, [field]: "a".repeat(most) }, RULES).ok).toBe(true);
  expect(parseClient({ ...FORM, [field]: "a".repeat(most + 1) }, RULES)).toEqual({
    ok: false,
    issues: [{ code: "too-long", field, most, received: most + 1 }],
  });
});

test("an issue never repeats what was typed", () => {
  const typed: ClientForm = {
    ...FORM,
    postcode: "geheim",
    phone: "geheim",
    email: "geheim",
    houseNumber: "geheimgeheim",
  };
  const read = parseClient(typed, RULES);
  expect(read.ok ? [] : read.issues.map(({ code }) => code)).toEqual([
    "postcode-format",
    "too-long",
    "phone-format",
    "email-format",
  ]);
  expect(JSON.stringify(read)).not.toContain("geheim");
});
