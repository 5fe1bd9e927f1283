import { registerCsv } from "../../src/taskpane/handover/register-csv.ts";
import { entry, HANDED } from "../domain/sample-register.ts";

test("is a table for Excel in Belgium, in which nothing is calculated", () => {
  const rows = registerCsv([
    entry(1, { recipient: '=OCMW "Dorp"; 9' }),
    entry(2, { handOver: null, replaces: entry(1).reference }),
    entry(3, { handOver: { ...HANDED, to: "-onthaal", channel: "in-person" } }),
  ]);
  expect(rows.split("\r\n")).toEqual([
    "Referentie;Gemaakt op;Ontvanger;Protocol;Doorgegeven aan;Hoe;Wanneer;In de plaats van",
    `DV-2026-000001;2026-01-01;"'=OCMW ""Dorp""; 9";dorp-1;onthaal;Telefoon;2026-11-25T09:30:00+01:00;`,
    "DV-2026-000002;2026-01-02;OCMW Dorp 1;dorp-1;;;;DV-2026-000001",
    'DV-2026-000003;2026-01-03;OCMW Dorp 1;dorp-1;"\'-onthaal";Persoonlijk;2026-11-25T09:30:00+01:00;',
    "",
  ]);
});
