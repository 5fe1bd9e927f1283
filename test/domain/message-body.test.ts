import type { Block, Content } from "../../src/domain/content.ts";
import { htmlBody, textBody } from "../../src/domain/message-body.ts";

const LABEL = "text-align:left;vertical-align:top;font-weight:600;padding:2px 16px 2px 0";

test.each<[string, Block, string, string]>([
  [
    "a heading",
    { kind: "heading", text: "Zo open je de bijlage" },
    '<h2 style="font-size:1.1em;margin:16px 0 4px 0">Zo open je de bijlage</h2>',
    "ZO OPEN JE DE BIJLAGE",
  ],
  ["a paragraph", { kind: "paragraph", content: ["Dag ", "Els."] }, "<p>Dag Els.</p>", "Dag Els."],
  [
    "a link whose text is its address",
    { kind: "paragraph", content: ["Op ", { text: "https://a.example", href: "https://a.example" }, "."] },
    '<p>Op <a href="https://a.example">https://a.example</a>.</p>',
    "Op https://a.example.",
  ],
  [
    "a link with a text of its own",
    { kind: "paragraph", content: [{ text: "het protocol", href: "https://a.example/?a=1&b=2" }] },
    '<p><a href="https://a.example/?a=1&amp;b=2">het protocol</a></p>',
    "het protocol (https://a.example/?a=1&b=2)",
  ],
  [
    "a numbered list",
    { kind: "list", numbered: true, items: [["Bel."], ["Open."]] },
    "<ol><li>Bel.</li><li>Open.</li></ol>",
    "1. Bel.\n2. Open.",
  ],
  [
    "a list",
    { kind: "list", numbered: false, items: [["Bel."], ["Open ", { text: "a", href: "b" }]] },
    '<ul><li>Bel.</li><li>Open <a href="b">a</a></li></ul>',
    "- Bel.\n- Open a (b)",
  ],
  [
    "a table",
    {
      kind: "table",
      caption: "Van wie",
      rows: [
        { label: "Van", value: "Els" },
        { label: "Team", value: "Noord" },
      ],
    },
    `<table style="border-collapse:collapse;margin:0 0 12px 0"><tbody><tr><th scope="row" style="${LABEL}">Van</th><td style="vertical-align:top;padding:2px 0">Els</td></tr><tr><th scope="row" style="${LABEL}">Team</th><td style="vertical-align:top;padding:2px 0">Noord</td></tr></tbody></table>`,
    "Van: Els\nTeam: Noord",
  ],
])("%s", (_name, block, html, text) => {
  const content: Content = { title: "not shown", blocks: [block] };
  expect(htmlBody(content)).toBe(`<div>${html}</div><br>`);
  expect(textBody(content)).toBe(`${text}\n\n`);
});

test("blocks follow one another, in plain text with a blank line between", () => {
  const content: Content = {
    title: "",
    blocks: [
      { kind: "heading", text: "Doel" },
      { kind: "paragraph", content: ["Hulp."] },
    ],
  };
  expect(htmlBody(content)).toBe(
    '<div><h2 style="font-size:1.1em;margin:16px 0 4px 0">Doel</h2><p>Hulp.</p></div><br>',
  );
  expect(textBody(content)).toBe("DOEL\n\nHulp.\n\n");
});

const SHARP = `<b onclick="x('y')">&amp;</b>`;
const ESCAPED = "&lt;b onclick=&quot;x(&#39;y&#39;)&quot;&gt;&amp;amp;&lt;/b&gt;";

test.each<[string, Block]>([
  ["a heading", { kind: "heading", text: SHARP }],
  ["a paragraph", { kind: "paragraph", content: [SHARP] }],
  ["the text of a link", { kind: "paragraph", content: [{ text: SHARP, href: "" }] }],
  ["the address of a link", { kind: "paragraph", content: [{ text: "", href: SHARP }] }],
  ["a list", { kind: "list", numbered: false, items: [[SHARP]] }],
  ["the label of a row", { kind: "table", caption: "", rows: [{ label: SHARP, value: "" }] }],
  ["the value of a row", { kind: "table", caption: "", rows: [{ label: "", value: SHARP }] }],
])("HTML in %s stays text", (_name, block) => {
  const html = htmlBody({ title: SHARP, blocks: [block] });
  expect(html.split(ESCAPED)).toHaveLength(2);
  expect(html).not.toContain("<b ");
});
