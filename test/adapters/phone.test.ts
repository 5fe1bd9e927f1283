import { LibraryError } from "../../src/adapters/library-error.ts";
import { loadPhoneParser } from "../../src/adapters/phone.ts";

test.each([
  ["0470 12 34 56", "+32470123456"],
  ["0470/12.34.56", "+32470123456"],
  ["0470-12-34-56", "+32470123456"],
  [" 0470123456 ", "+32470123456"],
  ["+32 470 12 34 56", "+32470123456"],
  ["+32 (0)470 12 34 56", "+32470123456"],
  ["0032470123456", "+32470123456"],
  ["(089) 12 34 56", "+3289123456"],
  ["04 222 11 22", "+3242221122"],
  ["02 345 67 89", "+3223456789"],
  ["+31 6 12345678", "+31612345678"],
  ["0040 712 345 678", "+40712345678"],
  ["+90 532 123 45 67", "+905321234567"],
])("reads %j", async (typed, e164) => {
  expect((await loadPhoneParser()).parse(typed)).toBe(e164);
});

test.each([
  ["a Belgian mobile number that lacks a digit", "0470 12 34 5"],
  ["a Belgian mobile number with a digit too many", "0470 12 34 56 7"],
  ["a land line that lacks a digit", "089 12 34 5"],
  ["an emergency number", "112"],
  ["an extension", "0470 12 34 56 ext 5"],
  ["an extension after an x", "0470123456x5"],
  ["a web parameter", "0470123456;ext=5"],
  ["words around it", "bel 0470 12 34 56"],
  ["two numbers", "0470 12 34 56 / 0471 12 34 56"],
  ["letters for digits", "0800 BLOEM"],
  ["a country that does not exist", "+999 123 456 789"],
  ["a Dutch mobile number that lacks a digit", "+31 6 1234567"],
  ["nothing", ""],
  ["a plus alone", "+"],
  ["a text without end", "0".repeat(10_000)],
])("refuses %s", async (_name, typed) => {
  expect((await loadPhoneParser()).parse(typed)).toBeNull();
});

test.each([
  ["+32470123456", "0470 12 34 56"],
  ["+3289123456", "089 12 34 56"],
  ["+3223456789", "02 345 67 89"],
  ["+31612345678", "+31 6 12345678"],
  ["+905321234567", "+90 532 123 45 67"],
  ["no number", "no number"],
])("shows %j as people write it, and reads that again", async (e164, shown) => {
  const phones = await loadPhoneParser();
  expect(phones.display(e164)).toBe(shown);
  expect(phones.parse(shown)).toBe(e164.startsWith("+") ? e164 : null);
});

test("a library that does not come is told with its code and cause", async () => {
  const cause = new Error("no network");
  const error = await loadPhoneParser(() => Promise.reject(cause)).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(LibraryError);
  expect(error).toMatchObject({ code: "library-not-loaded", library: "libphonenumber", cause });
});
