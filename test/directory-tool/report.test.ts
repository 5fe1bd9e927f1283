import { readdirSync, readFileSync } from "node:fs";
import { csvTable } from "../../scripts/directory/csv-table.ts";
import { changed, sampleFile, sampleProtocol } from "../directory/sample-directory.ts";
import { removeTools, type Tool, tool } from "./tool.ts";

afterAll(removeTools);

function withList(): Tool {
  const here = tool();
  const two = { postcode: "9011", municipality: "Dorp 1", localities: ["Dorp 1", "Gehucht"] };
  here.write(
    "lijst.json",
    Object(
      sampleFile([
        changed(sampleProtocol(2, { ended: { on: "2026-12-31", reason: "Opgezegd." } }), ["recipient", "phone"], null),
        changed(sampleProtocol(1), ["places", 1], two),
        sampleProtocol(3, { ended: { on: "2026-11-25", reason: "Opgezegd." } }),
        changed(sampleProtocol(4, { inForceFrom: "2026-11-26" }), ["recipient", "name"], `IHYPERLINK("x") & <b>"'`),
      ]),
    ),
  );
  return here;
}

test("the terminal shows aligned columns, a line for each place, by name", async () => {
  const { code, said } = await withList().run(["report", "lijst.json"]);
  expect(code).toBe(0);
  expect(said).toBe(`Toestand op 25 november 2026, volgnummer 3 (demolijst)

Ontvanger                Soort  Plaatsen                       Van kracht vanaf  Einde       Telefoon nagekeken  Toestand
───────────────────────  ─────  ─────────────────────────────  ────────────────  ──────────  ──────────────────  ────────────────────
IHYPERLINK("x") & <b>"'  OCMW   9004 Dorp 4 (Dorp 4)           2026-11-26        -           2026-01-15          nog niet van kracht
OCMW Dorp 1              OCMW   9001 Dorp 1 (Dorp 1)           2024-03-01        -           2026-01-15          van kracht
                                9011 Dorp 1 (Dorp 1, Gehucht)
OCMW Dorp 2              OCMW   9002 Dorp 2 (Dorp 2)           2024-03-01        2026-12-31  -                   van kracht, loopt af
OCMW Dorp 3              OCMW   9003 Dorp 3 (Dorp 3)           2024-03-01        2026-11-25  2026-01-15          beëindigd`);
});

test("the state is that of the day that was asked for", async () => {
  const { said } = await withList().run(["report", "lijst.json", "--on", "2026-12-31"]);
  const [title, , , , ...rows] = said.split("\n");
  expect(title).toBe("Toestand op 31 december 2026, volgnummer 3 (demolijst)");
  expect(rows.map((line) => /(?:van kracht|beëindigd)$/.exec(line)?.[0])).toEqual([
    "van kracht",
    "van kracht",
    undefined, // The second place of OCMW Dorp 1.
    "beëindigd",
    "beëindigd",
  ]);
});

test("CSV for Excel in Belgium, with no cell that it would calculate", async () => {
  const here = withList();
  expect(await here.run(["report", "lijst.json", "--csv", "uit.csv"])).toEqual({
    code: 0,
    said: "Geschreven: uit.csv",
    complained: "",
  });
  expect(here.read("uit.csv").split("\r\n")).toEqual([
    "\ufeffOntvanger;Soort;Plaatsen;Van kracht vanaf;Einde;Telefoon nagekeken;Toestand",
    `"IHYPERLINK(""x"") & <b>""'";OCMW;9004 Dorp 4 (Dorp 4);2026-11-26;;2026-01-15;nog niet van kracht`,
    `OCMW Dorp 1;OCMW;"9001 Dorp 1 (Dorp 1) | 9011 Dorp 1 (Dorp 1, Gehucht)";2024-03-01;;2026-01-15;van kracht`,
    `OCMW Dorp 2;OCMW;9002 Dorp 2 (Dorp 2);2024-03-01;2026-12-31;;"van kracht, loopt af"`,
    "OCMW Dorp 3;OCMW;9003 Dorp 3 (Dorp 3);2024-03-01;2026-11-25;2026-01-15;beëindigd",
    "",
  ]);
});

test.each(["=1+1", "+32", "-1", "@SUM(A1)", "\t=1", " =1"])("a cell that begins with %j is made text", (name) => {
  const row = { recipient: name, kind: "OCMW", places: [], inForceFrom: "", ended: "", phoneChecked: "", state: "" };
  expect(csvTable([row]).split("\r\n")[1]).toBe(`"'${name}";OCMW;;;;;`);
});

test("one page that is complete, in Dutch, and takes every text for text", async () => {
  const here = withList();
  expect((await here.run(["report", "lijst.json", "--html", "uit.html", "--csv", "uit.csv"])).said).toBe(
    "Geschreven: uit.csv\nGeschreven: uit.html",
  );
  const page = here.read("uit.html");
  expect(page.slice(page.indexOf("<main>"))).toBe(`<main>
      <h1>Protocollen van Agentschap, toestand op 25 november 2026</h1>
      <p><strong>Dit is een demolijst: alles is verzonnen.</strong></p>
      <table>
        <caption>Volgnummer 3, uitgegeven op 24 november 2026, geldig tot en met 23 november 2027. 4 protocollen.</caption>
        <thead>
          <tr><th scope="col">Ontvanger</th><th scope="col">Soort</th><th scope="col">Plaatsen</th><th scope="col">Van kracht vanaf</th><th scope="col">Einde</th><th scope="col">Telefoon nagekeken</th><th scope="col">Toestand</th></tr>
        </thead>
        <tbody>
          <tr><th scope="row">IHYPERLINK(&quot;x&quot;) &amp; &lt;b&gt;&quot;&#39;</th><td>OCMW</td><td><ul><li>9004 Dorp 4 (Dorp 4)</li></ul></td><td>26 november 2026</td><td>geen</td><td>15 januari 2026</td><td>nog niet van kracht</td></tr>
          <tr><th scope="row">OCMW Dorp 1</th><td>OCMW</td><td><ul><li>9001 Dorp 1 (Dorp 1)</li><li>9011 Dorp 1 (Dorp 1, Gehucht)</li></ul></td><td>1 maart 2024</td><td>geen</td><td>15 januari 2026</td><td>van kracht</td></tr>
          <tr><th scope="row">OCMW Dorp 2</th><td>OCMW</td><td><ul><li>9002 Dorp 2 (Dorp 2)</li></ul></td><td>1 maart 2024</td><td>31 december 2026</td><td>nog niet</td><td>van kracht, loopt af</td></tr>
          <tr><th scope="row">OCMW Dorp 3</th><td>OCMW</td><td><ul><li>9003 Dorp 3 (Dorp 3)</li></ul></td><td>1 maart 2024</td><td>25 november 2026</td><td>15 januari 2026</td><td>beëindigd</td></tr>
        </tbody>
      </table>
    </main>
  </body>
</html>
`);
  expect(page).toMatch(/^<!doctype html>\n<html lang="nl">/);
  expect(page).not.toMatch(/src=|href=|@import|url\(/);
});

test("a report that cannot be written leaves nothing behind", async () => {
  expect(await tool().run(["report", "--html", "protocols/directory.json/uit.html"])).toEqual({
    code: 1,
    said: "",
    complained:
      "protocols/directory.json/uit.html kan niet geschreven worden: die map bestaat niet. Er is niets gewijzigd.",
  });
});

test.each([
  ["--csv", "a.csv", "--html", "protocols/directory.json/b.html"],
  ["--html", "b.html", "--csv", "protocols/directory.json/a.csv"],
])("of two files both are written or neither: %j", async (...args) => {
  const here = tool();
  const before = readdirSync(here.folder);
  const seen = await here.run(["report", ...args]);
  expect({ ...seen, files: readdirSync(here.folder) }).toEqual({
    code: 1,
    said: "",
    complained: `${args[3]} kan niet geschreven worden: die map bestaat niet. Er is niets gewijzigd.`,
    files: before,
  });
});

test.each([
  ["2026-11-23", "Deze lijst geldt pas vanaf 24 november 2026."],
  ["2026-11-24", null],
  ["2027-11-23", null],
  ["2027-11-24", "Deze lijst geldt maar tot en met 23 november 2027."],
])("says so when the list is not used on the day that was asked for: %s", async (on, line) => {
  const here = withList();
  const { said } = await here.run(["report", "lijst.json", "--on", on]);
  expect(said.split("\n").slice(1, 2)).toEqual([line ?? ""]);
  const written = await here.run(["report", "lijst.json", "--on", on, "--html", "uit.html"]);
  expect(written.said).toBe(`Geschreven: uit.html${line === null ? "" : `\n${line}`}`);
  expect(/<p><strong>(Deze lijst .*?)<\/strong>/.exec(here.read("uit.html"))?.[1] ?? null).toBe(line);
});

test("a report never takes the place of the list that it reports, whatever that is called", async () => {
  const here = tool();
  const list = here.read("protocols/directory.json");
  here.write("lijst.csv", list);
  expect(await here.run(["report", "lijst.csv", "--csv", "./lijst.csv"])).toEqual({
    code: 1,
    said: "",
    complained: "./lijst.csv is de lijst zelf. Kies een andere naam.",
  });
  expect(here.read("lijst.csv")).toBe(list);
});

test("a directory with errors is not shown as if it were right", async () => {
  const here = tool();
  here.write("lijst.json", Object(changed(sampleFile(), ["serial"], 0)));
  expect((await here.run(["report", "lijst.json"])).complained).toBe(
    "In lijst.json staan fouten. Zie ze met: npm run directory -- check lijst.json",
  );
});

test("the directory of the project reads well", async () => {
  const here = tool();
  here.write("demo.json", readFileSync("protocols/demo/directory.json", "utf8"));
  const { said } = await here.run(["report", "demo.json"]);
  expect(Math.max(...said.split("\n").map((line) => line.length))).toBeLessThan(150);
});
