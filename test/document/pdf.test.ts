import { fontHasLetter } from "../../src/document/font-letters.ts";
import { makePdf } from "../../src/document/pdf.ts";
import { MARGIN, PAGE } from "../../src/document/pdf-style.ts";
import type { Content } from "../../src/domain/content.ts";
import { FONTS } from "./fonts.ts";
import { outline, pageText, type ReadPdf, readPdf } from "./read-pdf.ts";
import { ABOUT, sampleContent } from "./sample-referral.ts";

const NORMAL = sampleContent({
  Voornaam: "Nguyễn Thị Ánh",
  Naam: "Żółkiewska-Öztürk",
  Adres: "Ștefan cel Marestraat 12 bus 3, 3960 Bree",
  Telefoon: "0470 12 34 56",
  "E-mail": "anh@post.example",
});

/** The longest values that the form takes, of the widest letters, without a place to break. */
const LONGEST_VALUES = {
  Voornaam: "W".repeat(100),
  Naam: "Ǽ".repeat(100),
  Adres: `${"Ñ".repeat(120)} ${"W".repeat(10)} bus ${"M".repeat(10)}, 3960 ${"Q".repeat(80)}`,
  "E-mail": `${"a".repeat(64)}@${"w".repeat(60)}.${"m".repeat(60)}.${"b".repeat(57)}.example`,
};

async function made(content: Content): Promise<{ bytes: Uint8Array; pdf: ReadPdf }> {
  const bytes = await makePdf(content, ABOUT, FONTS);
  return { bytes, pdf: readPdf(bytes) };
}

const paragraphs = (texts: readonly string[]): Content => ({
  title: "Letters",
  blocks: texts.map((text) => ({ kind: "paragraph", content: [text] })),
});

describe("the PDF of a referral", () => {
  let bytes: Uint8Array;
  let pdf: ReadPdf;
  beforeAll(async () => {
    ({ bytes, pdf } = await made(NORMAL));
  });

  test("takes one page", () => {
    expect(pdf.pages).toHaveLength(1);
  });

  test("says what it is, in which language, and when it was made", () => {
    expect(pdf.info).toMatchObject({
      PDFFormatVersion: "1.7",
      Language: "nl-BE",
      Title: "Doorverwijzing",
      Author: "Els & Co <team>",
      Subject: "Doorverwijzing DV-2026-777777",
      Creator: "Veilig doorverwijzen",
      CreationDate: "D:20261124083000Z",
    });
    expect(pdf.viewer).toEqual({ DisplayDocTitle: true });
  });

  test("says the same in its XMP metadata, as well-formed XML", () => {
    expect(pdf.metadata).toMatchObject({
      "dc:title": "Doorverwijzing",
      "dc:creator": ["Els & Co <team>"],
      "dc:description": "Doorverwijzing DV-2026-777777",
      "xmp:createdate": "2026-11-24T08:30:00Z",
    });
  });

  test("is marked as tagged", () => {
    expect(pdf.mark).toEqual({ Marked: true, UserProperties: false, Suspects: false });
  });

  test("has the structure of the content: headings, table with row headers, lists, link", () => {
    const [page] = pdf.pages;
    if (page === undefined) throw new RangeError("expected a page");
    const sentence = "De cliënt hoorde vooraf welke gegevens het OCMW krijgt, waarom, en dat weigeren altijd mag. ";
    const row = (label: string, value: string) => ["TR", ["TH", label], ["TD", value]];
    const item = (label: string, text: string) => ["LI", ["Lbl", label], ["LBody", text]];
    expect(outline(page.structure, page)).toEqual([
      "Root",
      [
        "Document",
        ["H1", "Doorverwijzing"],
        ["H2", "Cliënt"],
        [
          "Table",
          row("Voornaam", "Nguyễn Thị Ánh"),
          row("Naam", "Żółkiewska-Öztürk"),
          row("Adres", "Ștefan cel Marestraat 12 bus 3, 3960 Bree"),
          row("Telefoon", "0470 12 34 56"),
          row("E-mail", "anh@post.example"),
        ],
        ["H2", "Toestemming"],
        ["P", sentence.repeat(2)],
        ["L", ...["a", "b", "c", "d", "e"].map((name) => item("•", `${name}: ${sentence}`))],
        ["H2", "Stappen"],
        ["L", item("1.", "Bellen."), item("2.", "Openen.")],
        ["H2", "Protocol"],
        ["P", "Bekendgemaakt op ", ["Link", "object", "https://www.bree.be"], "."],
      ],
    ]);
  });

  test("gives row headers their scope, lists their kind and tables their caption", () => {
    const raw = Buffer.from(bytes).toString("latin1");
    expect(raw.match(/\/S \/TH\n\/P \d+ 0 R\n\/A <<\n\/O \/Table\n\/Scope \/Row\n>>/g)).toHaveLength(5);
    expect(raw.match(/\/O \/List\n\/ListNumbering \/(\w+)/g)).toEqual([
      "/O /List\n/ListNumbering /Disc",
      "/O /List\n/ListNumbering /Decimal",
    ]);
    expect(raw.match(/\/O \/Table\n\/Summary \(/g)).toHaveLength(1);
  });

  test("links to the protocol", () => {
    expect(pdf.pages[0]?.links).toEqual([
      { subtype: "Link", url: "https://www.bree.be/", rect: expect.any(Array), contents: "https://www.bree.be/" },
    ]);
  });

  test("numbers its page outside the content", () => {
    const asides = pdf.pages[0]?.drawn.filter(({ content, text }) => !content && text.trim() !== "");
    expect(asides?.map(({ text }) => text)).toEqual(["Doorverwijzing DV-2026-777777", "1 / 1"]);
  });

  test("has its two fonts inside, each in part, and no other", () => {
    const raw = Buffer.from(bytes).toString("latin1");
    const names = [...raw.matchAll(/\/Subtype \/Type0\n\/BaseFont \/(\S+)/g)].map((match) => match[1]);
    expect(names.sort()).toEqual([
      expect.stringMatching(/^[A-Z]{6}\+NotoSans-Bold$/),
      expect.stringMatching(/^[A-Z]{6}\+NotoSans-Regular$/),
    ]);
    expect(raw.match(/\/FontFile2 /g)).toHaveLength(2);
    expect(raw).not.toMatch(/\/Subtype \/(Type1|TrueType)\b/);
    expect(bytes.length).toBeLessThan((FONTS.regular.length + FONTS.bold.length) / 2);
  });

  test("is the same for the same input, whatever the clock says", async () => {
    jest.useFakeTimers({ now: new Date("2031-05-06T07:08:09Z"), doNotFake: ["nextTick", "setImmediate"] });
    const again = await makePdf(NORMAL, ABOUT, FONTS);
    jest.useRealTimers();
    expect(Buffer.from(again).equals(bytes)).toBe(true);
  });
});

describe("the letters", () => {
  const isMark = (letter: string): boolean => /\p{M}/u.test(letter);
  const letters = Array.from({ length: 0xffff }, (_, code) => code)
    .filter((code) => fontHasLetter(code) && code !== 0x20)
    .map((code) => String.fromCodePoint(code));

  test.each([
    ["every letter of the font", letters.filter((letter) => !isMark(letter))],
    ["every combining mark on a letter", letters.filter(isMark).map((mark) => `x${mark}o`)],
    [
      "names that are hard",
      ["Ștefănescu", "Yağmur", "Işık İnci", "Ğ", "Wałęsa", "Żółć", "Đorđević", "Ðóra", "Nguyễn Thị Phượng Ơ Ư"],
    ],
    ["combinations that have no letter of their own", ["M̂ĕ̌", "q̃uẹ̀", "x̱"]],
  ])("come back as typed: %s", async (_name, typed) => {
    const { pdf } = await made(paragraphs(typed.map((text) => `${text} `)));
    const read = pdf.pages.map(pageText).join("");
    expect(
      read
        .replace(/^Letters/, "")
        .split(" ")
        .filter((text) => text !== ""),
    ).toEqual(typed.flatMap((text) => text.split(" ")));
  });

  test("come back as a whole when they were typed as letter and mark", async () => {
    const { pdf } = await made(paragraphs(["e\u0301 a\u0302\u0301 s\u0327"]));
    expect(pdf.pages.map(pageText).join("").normalize("NFC")).toBe("Lettersé ấ ş");
  });

  test("come back from the bold font too", async () => {
    const title = "Ștefan Żółć Nguyễn Đỗ ğışł";
    const { pdf } = await made({ title, blocks: [] });
    expect(pdf.pages.map(pageText)).toEqual([title]);
  });
});

describe("long values", () => {
  let pdf: ReadPdf;
  beforeAll(async () => {
    ({ pdf } = await made(sampleContent(LONGEST_VALUES)));
  });

  test("take two pages at most", () => {
    expect(pdf.pages.length).toBeLessThanOrEqual(2);
  });

  test("are there whole", () => {
    const text = pdf.pages.map(pageText).join("");
    for (const value of Object.values(LONGEST_VALUES)) expect(text).toContain(value);
  });

  test("stay between the margins", () => {
    expect(pdf.pages.flatMap(outside)).toEqual([]);
  });
});

describe("a document of many pages", () => {
  let pdf: ReadPdf;
  const line = "Een zin die telkens terugkeert en samen met de andere vele bladzijden vult. ";
  const content: Content = {
    title: "Lang",
    blocks: [
      { kind: "paragraph", content: [line.repeat(80)] },
      { kind: "heading", text: "Kop" },
      { kind: "paragraph", content: ["Zie ", { text: "woord ".repeat(700), href: "https://www.bree.be/" }] },
      {
        kind: "table",
        caption: "Tabel",
        rows: [
          { label: "Lang", value: line.repeat(100) },
          { label: "Kort", value: "x" },
        ],
      },
      { kind: "list", numbered: true, items: [[line.repeat(60)], ["x"]] },
    ],
  };
  beforeAll(async () => {
    ({ pdf } = await made(content));
  });

  test("stays between the margins on each page", () => {
    expect(pdf.pages.flatMap(outside)).toEqual([]);
  });

  test("loses nothing at the turn of a page", () => {
    const text = pdf.pages.map(pageText).join("");
    expect(text.split(line)).toHaveLength(80 + 100 + 60 + 1);
    expect(text.match(/woord /g)).toHaveLength(700);
  });

  test("has title and number on every page after the first", () => {
    const count = pdf.pages.length;
    const asides = pdf.pages.map(({ drawn }) =>
      drawn.filter(({ content: isContent, text }) => !isContent && text.trim() !== "").map(({ text }) => text),
    );
    expect(asides).toEqual(
      pdf.pages.map((_page, index) => [
        ...(index === 0 ? [] : ["Lang"]),
        "Doorverwijzing DV-2026-777777",
        `${index + 1} / ${count}`,
      ]),
    );
  });

  test("has a link on each page that the link covers", () => {
    const covered = pdf.pages.filter((page) => pageText(page).includes("woord "));
    expect(covered.length).toBeGreaterThan(1);
    for (const page of covered) expect(page.links.length).toBeGreaterThan(0);
  });
});

/** So much above it that the heading itself would just fit on the first page. */
test.each([
  [26, 1],
  [24, 3],
  [20, 7],
])("keeps a heading with what follows it, under %d lines and a table of %d rows", async (lines, rows) => {
  const { pdf } = await made({
    title: "Kop",
    blocks: [
      ...Array.from({ length: lines }, () => ({ kind: "paragraph", content: ["regel"] }) as const),
      { kind: "table", caption: "Tabel", rows: Array.from({ length: rows }, () => ({ label: "a", value: "b" })) },
      { kind: "heading", text: "Onderaan" },
      { kind: "paragraph", content: ["volgt"] },
    ],
  });
  expect(pdf.pages.map(pageText)).toEqual([expect.stringMatching(/^Kop.*b$/), "Onderaanvolgt"]);
});

test("refuses a time that is none", async () => {
  await expect(makePdf(NORMAL, { ...ABOUT, madeAt: "gisteren" }, FONTS)).rejects.toThrow(RangeError);
});

/** A space, which may hang over the edge at the end of a line, in parts of the size. */
const SPACE = 0.26;
const ROUNDING = 0.1;

/** The texts of a page that lie outside the margins, header and footer outside the page. */
function outside(page: ReadPdf["pages"][number]): unknown[] {
  return page.drawn.filter(({ text, x, y, width, size, content }) => {
    const right = x + width - (text.endsWith(" ") ? SPACE * size : 0);
    const [top, bottom] = content ? [MARGIN.top, MARGIN.bottom] : [0, 0];
    const inside =
      x >= MARGIN.left - ROUNDING &&
      right <= PAGE.width - MARGIN.right + ROUNDING &&
      y - size * 0.3 >= bottom - ROUNDING &&
      y + size <= PAGE.height - top + ROUNDING;
    return !inside;
  });
}
