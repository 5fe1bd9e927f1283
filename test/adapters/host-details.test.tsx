import { loadHostDetails } from "../../src/adapters/host-details.ts";

afterEach(() => {
  Reflect.deleteProperty(window, "Office");
});

test.each([
  ["Outlook on Windows", { host: "Outlook", platform: "PC" }, { host: "OUTLOOK", platform: "PC" }],
  ["Outlook on the web", { host: "Outlook", platform: "OfficeOnline" }, { host: "OUTLOOK", platform: "OFFICE_ONLINE" }],
  [
    "a platform that the library never knew",
    { host: "Outlook", platform: "Universal" },
    { host: "OUTLOOK", platform: "Universal" },
  ],
  ["an Outlook too old to say", {}, { host: null, platform: null }],
])("names %s", async (_name, context, expected) => {
  Reflect.set(window, "Office", { context });
  expect(await loadHostDetails()).toEqual(expected);
});

test("outside Office it is the web, without a platform", async () => {
  expect(await loadHostDetails()).toEqual({ host: "WEB", platform: null });
});

test("Office's own start is left alone", async () => {
  const initialize = (): void => undefined;
  const office = { context: { host: "Outlook", platform: "Mac" }, initialize };
  Reflect.set(window, "Office", office);
  await loadHostDetails();
  expect(office.initialize).toBe(initialize);
});

test.each([
  ["does not come", () => Promise.reject(new Error("no network"))],
  [
    "throws",
    () =>
      Promise.resolve({
        Utilities: {
          get host(): never {
            throw new TypeError("no context");
          },
          platform: null,
        },
      }),
  ],
])("a library that %s leaves both unknown", async (_name, load) => {
  expect(await loadHostDetails(load)).toEqual({ host: null, platform: null });
});
