import { existsSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { piped, removeTools, type Tool, tool, typing } from "./tool.ts";

afterAll(removeTools);

const PASSPHRASE = "paarse fiets op maandag";
const IN_ORDER = `protocols/directory.json is in orde: volgnummer 2, 1 protocol, geldig tot en met 24 november 2027.

Opmerkingen:
- OCMW Bree: er is nog geen telefoonnummer. Neem het uit de samenwerkingsovereenkomst, nooit uit een mail.`;
const NOT_COMPARED =
  "Het volgnummer, 2, is met geen vorige lijst vergeleken. Noem met --after OUD de lijst die nu geldt: dan wordt het nagekeken.";

async function withKey(passphrase = PASSPHRASE): Promise<Tool> {
  const here = tool();
  const { code } = await here.run(["keygen", "--name", "dienst", "--out", "dienst.key", "--trust"], piped(passphrase));
  expect(code).toBe(0);
  return here;
}

/** Every file of the project folder, with what is in it. */
function everything({ folder }: Tool): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.name}\n${readFileSync(join(entry.parentPath, entry.name), "utf8")}`)
    .sort();
}

describe("keygen", () => {
  test("makes a key file for its owner alone, and prints the public half", async () => {
    const here = tool();
    const questions: string[] = [];
    const seen = await here.run(
      ["keygen", "--name", "dienst", "--out", "dienst.key"],
      typing([PASSPHRASE, PASSPHRASE], questions),
    );
    const file = JSON.parse(here.read("dienst.key"));
    expect(seen).toEqual({
      code: 0,
      said: `De sleutel “dienst” is gemaakt: dienst.key
Bewaar dat bestand op twee veilige plaatsen, en de wachtwoordzin apart. Geef geen van beide door in een mail.
LET OP: het staat in de map van het project. Zet het ergens anders, zodat het nooit mee gepubliceerd wordt.

Zet dit in protocols/trusted-keys.json, bij keys:
{
  "name": "dienst",
  "publicKey": "${file.publicKey}"
}

Pas na een nieuwe uitgave (npm run build) vertrouwen de toestellen deze sleutel. Teken er pas daarna mee.`,
      complained: "",
    });
    expect(questions).toEqual(["Kies een wachtwoordzin (je ziet niet wat je typt): ", "Typ hem nog eens: "]);
    expect(file).toEqual({
      format: "veilig-doorverwijzen-signing-key",
      version: 1,
      name: "dienst",
      derivation: { algorithm: "argon2id13", passes: 1, bytes: 8192, salt: expect.stringMatching(/^.{24}$/) },
      encryption: {
        algorithm: "xsalsa20-poly1305",
        nonce: expect.stringMatching(/^.{32}$/),
        box: expect.stringMatching(/^.{64}$/),
      },
      publicKey: expect.stringMatching(/^.{44}$/),
    });
    expect(statSync(join(here.folder, "dienst.key")).mode & 0o777).toBe(0o600);
    expect(`${seen.said}${everything(here).join()}`).not.toContain(PASSPHRASE);
  });

  test("--trust adds it to the trusted keys", async () => {
    const here = await withKey();
    expect(JSON.parse(here.read("protocols/trusted-keys.json")).keys).toEqual([
      expect.objectContaining({ name: "ontwikkeling", development: true }),
      { name: "dienst", publicKey: JSON.parse(here.read("dienst.key")).publicKey },
    ]);
  });

  test("a key that was added while somebody chose a passphrase stays", async () => {
    const here = tool();
    const other = { name: "intussen", publicKey: "AAAA" };
    const seen = await here.run(["keygen", "--name", "dienst", "--out", "dienst.key", "--trust"], {
      interactive: false,
      askSecret: async () => {
        here.write("protocols/trusted-keys.json", { keys: [other] });
        return PASSPHRASE;
      },
    });
    expect([seen.code, JSON.parse(here.read("protocols/trusted-keys.json")).keys]).toEqual([
      0,
      [other, { name: "dienst", publicKey: JSON.parse(here.read("dienst.key")).publicKey }],
    ]);
  });

  test("a name is the same in either form of Unicode", async () => {
    const here = tool();
    await here.run(["keygen", "--name", "Financi\u00ebn".normalize("NFD"), "--out", "dienst.key"], piped(PASSPHRASE));
    expect(JSON.parse(here.read("dienst.key")).name).toBe("Financi\u00ebn");
  });

  test("two keys have nothing in common", async () => {
    const here = await withKey();
    await here.run(["keygen", "--name", "tweede", "--out", "tweede.key"], piped(PASSPHRASE));
    const [first, second] = [JSON.parse(here.read("dienst.key")), JSON.parse(here.read("tweede.key"))];
    expect(first.publicKey).not.toBe(second.publicKey);
    expect(first.derivation.salt).not.toBe(second.derivation.salt);
    expect(first.encryption.nonce).not.toBe(second.encryption.nonce);
  });

  test.each([
    [
      "a short passphrase",
      ["nieuw", "n.key"],
      piped("elf tekens!"),
      "De wachtwoordzin moet minstens 12 tekens hebben. Er is niets gemaakt.",
    ],
    [
      "no passphrase",
      ["nieuw", "n.key"],
      piped(""),
      "De wachtwoordzin moet minstens 12 tekens hebben. Er is niets gemaakt.",
    ],
    [
      "two passphrases",
      ["nieuw", "n.key"],
      typing([PASSPHRASE, `${PASSPHRASE}!`]),
      "De twee wachtwoordzinnen zijn niet gelijk. Er is niets gemaakt.",
    ],
    [
      "a file that is there",
      ["nieuw", "dienst.key"],
      typing([]),
      "dienst.key bestaat al en wordt niet overschreven. Kies een andere naam.",
    ],
    [
      "a name that is there",
      ["dienst", "n.key"],
      typing([]),
      "In protocols/trusted-keys.json staat al een sleutel met de naam “dienst”. Kies een andere naam.",
    ],
    [
      "a name that hides something",
      ["a\u202eb", "n.key"],
      typing([]),
      "De naam mag letters, cijfers, spaties en . _ - hebben, hoogstens 60 tekens.",
    ],
    [
      "a folder that is not there",
      ["nieuw", "weg/n.key"],
      piped(PASSPHRASE),
      "weg/n.key kan niet geschreven worden: dat bestand of die map bestaat niet. Er is niets gewijzigd.",
    ],
    [
      "a folder that cannot hold it",
      ["nieuw", "dienst.key/n.key"],
      piped(PASSPHRASE),
      "dienst.key/n.key kan niet geschreven worden: die map bestaat niet. Er is niets gewijzigd.",
    ],
  ])("refuses %s and changes nothing", async (_name, [name = "", out = ""], terminal, complained) => {
    const here = await withKey();
    const before = everything(here);
    expect(await here.run(["keygen", "--name", name, "--out", out], terminal)).toEqual({
      code: 1,
      said: "",
      complained,
    });
    expect(everything(here)).toEqual(before);
  });
});

describe("sign and verify", () => {
  test("a signature by one's own key is found good", async () => {
    const here = await withKey();
    const questions: string[] = [];
    expect(await here.run(["sign", "--key", "dienst.key"], typing([PASSPHRASE], questions))).toEqual({
      code: 0,
      said: `${IN_ORDER}

${NOT_COMPARED}

Getekend met de sleutel “dienst”: protocols/directory.json.sig
Zet protocols/directory.json en protocols/directory.json.sig samen op de webserver.`,
      complained: "",
    });
    expect(questions).toEqual(["Wachtwoordzin van de sleutel “dienst”: "]);
    expect(here.read("protocols/directory.json.sig")).toMatch(/^[A-Za-z0-9+/]{86}==\n$/);
    expect(await here.run(["verify"])).toEqual({
      code: 0,
      said: `protocols/directory.json: de handtekening klopt, van de sleutel “dienst”.
Volgnummer          2
Uitgegeven          25 november 2026
Geldig tot en met   24 november 2027
Protocollen         1, 1 geldt vandaag`,
      complained: "",
    });
    expect(everything(here).join()).not.toContain(PASSPHRASE);
  });

  test("a passphrase with an accent opens in either form of Unicode", async () => {
    const here = await withKey("crème brûlée na vieren".normalize("NFD"));
    const seen = await here.run(["sign", "--key", "dienst.key"], piped("crème brûlée na vieren".normalize("NFC")));
    expect(seen.code).toBe(0);
  });

  test("the key of development is named loudly, by sign and by verify", async () => {
    const here = tool();
    const loud =
      "LET OP: dit is de sleutel voor ontwikkeling. Iedereen heeft die. Een echte uitgave weigert deze handtekening.";
    expect(await here.run(["sign", "--development"])).toEqual({
      code: 0,
      said: `${IN_ORDER}\n\n${NOT_COMPARED}\n\nGetekend met de sleutel “ontwikkeling”: protocols/directory.json.sig\n${loud}`,
      complained: "",
    });
    expect(here.read("protocols/directory.json.sig")).toBe(readFileSync("protocols/directory.json.sig", "utf8"));
    const { code, said } = await here.run(["verify"]);
    expect({ code, lines: said.split("\n").slice(0, 2) }).toEqual({
      code: 0,
      lines: ["protocols/directory.json: de handtekening klopt, van de sleutel “ontwikkeling”.", loud],
    });
  });

  test("the key of development is known under another name, without its mark", async () => {
    const here = tool();
    const [{ publicKey }] = JSON.parse(here.read("protocols/trusted-keys.json")).keys;
    here.write("protocols/trusted-keys.json", { keys: [{ name: "dienst", publicKey }] });
    await here.run(["sign", "--development"]);
    expect((await here.run(["verify"])).said.split("\n").slice(0, 2)).toEqual([
      "protocols/directory.json: de handtekening klopt, van de sleutel “dienst”.",
      "LET OP: dit is de sleutel voor ontwikkeling. Iedereen heeft die. Een echte uitgave weigert deze handtekening.",
    ]);
  });

  test("a directory with an error is not signed", async () => {
    const here = await withKey();
    here.write(
      "protocols/directory.json",
      here.read("protocols/directory.json").replace("0212.243.720", "0212.243.721"),
    );
    const before = everything(here);
    expect(await here.run(["sign", "--key", "dienst.key"], typing([]))).toEqual({
      code: 1,
      said: "",
      complained: `protocols/directory.json: 1 fout

1. Regel 28, protocols[0].recipient.kbo (OCMW Bree)
   Dit KBO-nummer klopt niet.
   Verwacht: tien cijfers zoals 0212.243.720; de laatste twee zijn een controlegetal.
   Er staat: "0212.243.721"

protocols/directory.json is niet getekend.`,
    });
    expect(everything(here)).toEqual(before);
  });

  test("a changed directory whose serial did not rise is not signed", async () => {
    const here = await withKey();
    here.write("oud.json", here.read("protocols/directory.json"));
    here.write("protocols/directory.json", here.read("protocols/directory.json").replace("sociaalhuis@", "onthaal@"));
    const before = everything(here);
    const { code } = await here.run(["sign", "--key", "dienst.key", "--after", "oud.json"], typing([]));
    expect([code, everything(here)]).toEqual([1, before]);
  });

  test("a serial that jumps is signed when that is said to be meant, and a step of a hundred is none", async () => {
    const here = await withKey();
    const old = here.read("protocols/directory.json");
    here.write("oud.json", old);
    const signed = async (serial: number, ...args: readonly string[]): Promise<readonly unknown[]> => {
      here.write("protocols/directory.json", old.replace('"serial": 2', `"serial": ${serial}`));
      const command = ["sign", "--key", "dienst.key", "--after", "oud.json", ...args];
      const { code, complained } = await here.run(command, piped(PASSPHRASE));
      return [code, complained, existsSync(join(here.folder, "protocols/directory.json.sig"))];
    };
    expect(await signed(103)).toEqual([
      1,
      "\nprotocols/directory.json is niet getekend: het volgnummer springt te ver. Is dat de bedoeling, geef dan --jump.",
      false,
    ]);
    expect(await signed(102)).toEqual([0, "", true]);
    expect(await signed(103, "--jump")).toEqual([0, "", true]);
  });

  test("without --after it is said what is known of the serial: nothing, nothing changed, or something did", async () => {
    const here = await withKey();
    const remark = async (): Promise<string | undefined> => {
      const { code, said, complained } = await here.run(["sign", "--key", "dienst.key"], piped(PASSPHRASE));
      expect([code, complained]).toEqual([0, ""]);
      return said.split("\n\n").at(-2);
    };
    expect(await remark()).toBe(NOT_COMPARED);
    expect(await remark()).toBe(`Dit bestand was al zo getekend, met de sleutel “dienst”. ${NOT_COMPARED}`);
    here.write("protocols/directory.json", `${here.read("protocols/directory.json")} `);
    expect(await remark()).toBe(
      `LET OP: protocols/directory.json.sig is geen handtekening van dit bestand. Is het gewijzigd sinds het getekend werd, dan moet het volgnummer verhoogd zijn. ${NOT_COMPARED}`,
    );
    expect((await here.run(["verify"])).code).toBe(0);
  });

  test("with --after nothing is said of a comparison that was made", async () => {
    const here = await withKey();
    here.write("oud.json", here.read("protocols/directory.json"));
    const seen = await here.run(["sign", "--key", "dienst.key", "--after", "oud.json"], piped(PASSPHRASE));
    expect(seen.said).toBe(`${IN_ORDER}

Getekend met de sleutel “dienst”: protocols/directory.json.sig
Zet protocols/directory.json en protocols/directory.json.sig samen op de webserver.`);
  });

  test.each<[string, (here: Tool) => void, string]>([
    [
      "changed",
      (here) => here.write("protocols/directory.json", `${here.read("protocols/directory.json")} `),
      "protocols/directory.json is intussen gewijzigd. Er is niets geschreven: geef de opdracht opnieuw.",
    ],
    [
      "taken away",
      (here) => rmSync(join(here.folder, "protocols/directory.json")),
      "protocols/directory.json kan niet gelezen worden: dat bestand of die map bestaat niet.",
    ],
  ])("a directory that is %s while the passphrase is typed is not signed", async (_name, change, complained) => {
    for (const old of [null, "oud\n"]) {
      const here = await withKey();
      if (old !== null) here.write("protocols/directory.json.sig", old);
      const seen = await here.run(["sign", "--key", "dienst.key"], {
        interactive: true,
        askSecret: async () => {
          change(here);
          return PASSPHRASE;
        },
      });
      expect([seen.code, seen.complained]).toEqual([1, complained]);
      const files = readdirSync(join(here.folder, "protocols")).filter((name) => !/^[\w-]+\.json$/.test(name));
      expect(files).toEqual(old === null ? [] : ["directory.json.sig"]);
      if (old !== null) expect(here.read("protocols/directory.json.sig")).toBe(old);
    }
  });

  test.each(["protocols/directory.json", "link.json"])("a directory is not compared with itself: %s", async (after) => {
    const here = await withKey();
    symlinkSync(join(here.folder, "protocols/directory.json"), join(here.folder, "link.json"));
    const complained = `--after noemt hetzelfde bestand, ${after}. Noem de lijst van vóór de wijziging.`;
    const none = { code: 1, said: "", complained };
    expect(await here.run(["check", "--after", after])).toEqual(none);
    expect(await here.run(["sign", "--key", "dienst.key", "--after", after], typing([]))).toEqual(none);
  });

  const WRONG = "De wachtwoordzin klopt niet, of het sleutelbestand is beschadigd. Er is niets getekend.";
  const CLOSED = "dienst.key is geen sleutelbestand, of het is beschadigd.";
  test.each<[string, (text: string) => string, string, string]>([
    ["a wrong passphrase", (text) => text, "paarse fiets op dinsdag", WRONG],
    ["a damaged box", (text) => text.replace(/"box": "../, '"box": "AA'), PASSPHRASE, WRONG],
    ["a box that is cut off", (text) => text.replace(/"box": "[^"]+"/, '"box": "AAAA"'), PASSPHRASE, WRONG],
    ["a salt that is no base64", (text) => text.replace(/"salt": "../, '"salt": "!!'), PASSPHRASE, WRONG],
    ["memory without bounds", (text) => text.replace(/"bytes": 8192/, '"bytes": 4294967296'), PASSPHRASE, CLOSED],
    ["half a file", (text) => text.slice(0, 100), PASSPHRASE, CLOSED],
    ["a name that steers", (text) => text.replace('"name": "dienst"', '"name": "\\u001b[2J"'), PASSPHRASE, CLOSED],
    ["a name that turns text around", (text) => text.replace('"dienst"', '"a\\u202eb"'), PASSPHRASE, CLOSED],
    ["a name of two lines", (text) => text.replace('"dienst"', '"a\\nb"'), PASSPHRASE, CLOSED],
    ["a name that keygen does not give", (text) => text.replace('"dienst"', `"${"a".repeat(61)}"`), PASSPHRASE, CLOSED],
    ["another version", (text) => text.replace('"version": 1', '"version": 2'), PASSPHRASE, CLOSED],
    [
      "a key that no release trusts",
      (text) => text.replace(/"publicKey": "../, '"publicKey": "AA'),
      PASSPHRASE,
      "De sleutel “dienst” staat niet in protocols/trusted-keys.json: geen enkel toestel zou de handtekening aanvaarden. Er is niets getekend.",
    ],
  ])("refuses %s with one line, and the old signature stays", async (_name, damage, passphrase, complained) => {
    const here = await withKey();
    here.write("protocols/directory.json.sig", "oud\n");
    here.write("dienst.key", damage(here.read("dienst.key")));
    const before = everything(here);
    const seen = await here.run(["sign", "--key", "dienst.key"], piped(passphrase));
    expect({ code: seen.code, complained: seen.complained }).toEqual({ code: 1, complained });
    expect(everything(here)).toEqual(before);
    expect(`${seen.said}${seen.complained}`).not.toContain(passphrase);
  });

  test("a key file that is not there, and a place where nothing can be written", async () => {
    const here = await withKey();
    expect((await here.run(["sign", "--key", "weg.key"])).complained).toBe(
      "weg.key kan niet gelezen worden: dat bestand of die map bestaat niet.",
    );
    here.write("protocols/directory.json.sig/vol", "");
    expect((await here.run(["sign", "--key", "dienst.key"], piped(PASSPHRASE))).complained).toBe(
      "protocols/directory.json.sig kan niet gelezen worden: dat is een map, geen bestand.",
    );
  });

  const BAD =
    "protocols/directory.json: de handtekening KLOPT NIET. Geen enkele sleutel van protocols/trusted-keys.json heeft dit bestand zo getekend. Gebruik het niet.";
  test.each<[string, (here: Tool) => void]>([
    [
      "a changed byte",
      (here) => here.write("protocols/directory.json", here.read("protocols/directory.json").replace("10", "11")),
    ],
    [
      "a space at the end",
      (here) => here.write("protocols/directory.json", `${here.read("protocols/directory.json")} `),
    ],
    ["an empty signature", (here) => here.write("protocols/directory.json.sig", "")],
    ["a key that is no longer trusted", (here) => here.write("protocols/trusted-keys.json", { keys: [] })],
  ])("verify refuses %s, and tells nothing of the file", async (_name, change) => {
    const here = tool();
    await here.run(["sign", "--development"]);
    change(here);
    expect(await here.run(["verify"])).toEqual({ code: 1, said: "", complained: BAD });
  });

  test("verify refuses what was signed well and is no longer valid", async () => {
    const here = tool("2027-11-25");
    here.write("protocols/directory.json.sig", readFileSync("protocols/directory.json.sig", "utf8"));
    const { code, complained } = await here.run(["verify"]);
    expect({ code, lines: complained.split("\n").slice(0, 5) }).toEqual({
      code: 1,
      lines: [
        "",
        "protocols/directory.json: 1 fout",
        "",
        "1. Regel 5, validUntil",
        "   Deze lijst is niet meer geldig.",
      ],
    });
  });

  test("a trusted key whose name would pass for a line of the tool is refused", async () => {
    const here = tool();
    const { keys } = JSON.parse(here.read("protocols/trusted-keys.json"));
    here.write("protocols/trusted-keys.json", { keys: [{ ...keys[0], name: "a”.\nVolgnummer 9" }] });
    expect(await here.run(["sign", "--development"])).toEqual({
      code: 1,
      said: "",
      complained: "protocols/trusted-keys.json heeft niet de juiste vorm. Zie docs/directory.md.",
    });
  });

  test("without a signature, or with trusted keys in another form, there is one clear line", async () => {
    const here = tool();
    expect((await here.run(["verify"])).complained).toBe(
      "protocols/directory.json.sig kan niet gelezen worden: dat bestand of die map bestaat niet.",
    );
    writeFileSync(join(here.folder, "protocols/directory.json.sig"), "x");
    here.write("protocols/trusted-keys.json", "{");
    expect((await here.run(["verify"])).complained).toBe(
      "protocols/trusted-keys.json heeft niet de juiste vorm. Zie docs/directory.md.",
    );
  });
});
