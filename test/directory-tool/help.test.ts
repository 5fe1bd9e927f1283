import { HELP } from "../../scripts/directory/help.ts";
import { removeTools, tool } from "./tool.ts";

afterAll(removeTools);

test.each([[[]], [["help"]], [["--help"]], [["-h"]]])("%j shows what there is", async (args) => {
  expect(await tool().run(args)).toEqual({ code: 0, said: HELP, complained: "" });
});

test.each<[readonly string[], string]>([
  [["teken"], "De opdracht “teken” bestaat niet. Zie: npm run directory -- help"],
  [["check", "--volledig"], "Deze keuze bestaat niet: --volledig."],
  [["check", "a.json", "b.json"], "Te veel bestanden: b.json."],
  [["check", "--after"], "Na --after hoort een waarde."],
  [["check", "--after", "a.json", "--after", "b.json"], "--after staat er twee keer."],
  [["report", "--csv", "--html", "a.html"], "Na --csv hoort een waarde."],
  [["keygen", "--name", "x", "--out", "y", "--trust=ja"], "Na --trust hoort geen waarde."],
  [["keygen", "--name", "x"], "Geef --name NAAM en --out BESTAND."],
  [["diff", "a.json"], "Noem 2 bestanden."],
  [["import"], "Noem het bestand."],
  [["import", "a.csv"], "Geef --like ID: het protocol waarvan de teksten overgenomen worden."],
  [["sign"], "Geef --key SLEUTELBESTAND."],
  [["sign", "--key", "a", "--development"], "Geef --key SLEUTELBESTAND."],
  [["sign", "--development", "--jump"], "--jump gaat alleen samen met --after OUD."],
  [["check", "weg.json"], "weg.json kan niet gelezen worden: dat bestand of die map bestaat niet."],
  [["check", "protocols"], "protocols kan niet gelezen worden: dat is een map, geen bestand."],
  [
    ["check", "protocols/directory.json/x.json"],
    "protocols/directory.json/x.json kan niet gelezen worden: die map bestaat niet.",
  ],
  [["report", "--on", "morgen"], "Schrijf de datum na --on als JJJJ-MM-DD, zoals 2026-11-24."],
  [["report", "--csv", "protocols/directory.json"], "De naam na --csv moet eindigen op .csv."],
])("%j gets one clear line", async (args, complained) => {
  expect(await tool().run(args)).toEqual({ code: 1, said: "", complained });
});

test("what a file or a name holds cannot steer the terminal", async () => {
  expect((await tool().run(["check", "a\u001b[2J\u202eb.json"])).complained).toBe(
    "a\ufffd[2J\ufffdb.json kan niet gelezen worden: dat bestand of die map bestaat niet.",
  );
  expect((await tool().run(["check", "a.json\nb.json is in orde"])).complained).toBe(
    "a.json\ufffdb.json is in orde kan niet gelezen worden: dat bestand of die map bestaat niet.",
  );
});
