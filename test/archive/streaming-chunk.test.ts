import { KeyDeriver } from "../../src/archive/derive-key.ts";

// What a browser throws when the chunk is not there: another release, no network.
jest.mock("../../src/archive/streaming-sha256.ts", () => {
  throw new Error("Loading chunk 550 failed.");
});

test("a streaming hash that does not come is an ArchiveError", async () => {
  await expect(new KeyDeriver().derive("kat", new Uint8Array(16), 21)).rejects.toMatchObject({
    name: "ArchiveError",
    code: "internal",
    message: "the streaming SHA-256 did not come",
  });
});
