/** A directory file of invented places, changed by each test; `Json` is what JSON.parse may give. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A recipient of its own for every `number` from 0 to 9. */
export function sampleRecipient(number: number): { [key: string]: Json } {
  return {
    kind: "ocmw",
    name: `OCMW Dorp ${number}`,
    localName: `Sociaal huis Dorp ${number}`,
    kbo: sampleKbo(number),
    address: { street: "Dorpsplein", houseNumber: "1", postcode: `${9000 + number}`, municipality: `Dorp ${number}` },
    mailbox: `sociaalhuis@dorp${number}.example`,
    phone: { number: "+3289000000", checkedOn: "2026-01-15" },
    mobile: null,
    teams: null,
    dpo: `dpo@dorp${number}.example`,
    website: `https://www.dorp${number}.example/protocol`,
  };
}

export function sampleProtocol(number: number, changes: { [key: string]: Json } = {}): { [key: string]: Json } {
  return {
    id: `dorp-${number}`,
    team: "lokaal team Dorpenland",
    recipient: sampleRecipient(number),
    places: [{ postcode: `${9000 + number}`, municipality: `Dorp ${number}`, localities: [`Dorp ${number}`] }],
    inForceFrom: "2024-03-01",
    agreementDate: "2024-04-01",
    ended: null,
    noticeMonths: 6,
    data: [
      { fields: ["firstName", "lastName"], justification: "Om te identificeren." },
      {
        fields: ["street", "houseNumber", "box", "postcode", "municipality", "phone"],
        justification: "Om te bereiken.",
      },
    ],
    purpose: "Vraagverheldering.",
    legalBasis: ["Artikel 1."],
    retention: ["Tot het contact."],
    recipientCategories: ["De maatschappelijk werker."],
    published: null,
    ...changes,
  };
}

export function sampleFile(protocols: Json[] = [sampleProtocol(1)]): { [key: string]: Json } {
  return {
    version: 1,
    serial: 3,
    issued: "2026-11-24",
    validUntil: "2027-11-23",
    demo: true,
    agency: {
      name: "Agentschap",
      kbo: sampleKbo(0),
      address: { street: "Hoofdlaan", houseNumber: "27", postcode: "1060", municipality: "Stad" },
      dpo: "dpo@agentschap.example",
      website: "https://www.agentschap.example",
      teams: ["lokaal team Dorpenland"],
    },
    protocols,
  };
}

/** A file in which every key has a value. */
export function fullFile(): { [key: string]: Json } {
  return sampleFile([
    sampleProtocol(1, {
      recipient: {
        ...sampleRecipient(1),
        mobile: { number: "+32470000000", checkedOn: "2026-01-15" },
        teams: "onthaal@dorp1.example",
      },
      ended: { on: "2026-06-01", reason: "Opzegging." },
      published: "https://www.dorp1.example/protocol-agentschap",
    }),
  ]);
}

/** A KBO number that no test reads as somebody's: 0999.000.0 and the number, with its check digits. */
function sampleKbo(number: number): string {
  const eight = `0999000${number}`;
  const checkDigits = String(97 - (Number(eight) % 97)).padStart(2, "0");
  return `0999.000.${number}${checkDigits}`;
}

/** `file` with the value at `path` replaced, or taken away when `value` is `undefined`. */
export function changed(file: Json, path: readonly (string | number)[], value: Json | undefined): Json {
  const copy = structuredClone(file);
  let at: Json = copy;
  for (const key of path.slice(0, -1)) at = child(at, key);
  const last = path.at(-1) ?? "";
  if (Array.isArray(at) && typeof last === "number") {
    if (value === undefined) at.splice(last, 1);
    else at[last] = value;
  } else if (at !== null && typeof at === "object" && !Array.isArray(at)) {
    if (value === undefined) delete at[last];
    else at[last] = value;
  } else throw new TypeError(`changed: nothing to change at ${path.join(".")}`);
  return copy;
}

function child(at: Json, key: string | number): Json {
  const found = Array.isArray(at) ? at[Number(key)] : at !== null && typeof at === "object" ? at[key] : undefined;
  if (found === undefined) throw new TypeError(`changed: no ${key}`);
  return found;
}
