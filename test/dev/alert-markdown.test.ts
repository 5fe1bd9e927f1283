/** @jest-environment jsdom */
import { alertMarkdown } from "../../dev/outlook/page/alert-markdown.ts";

/** The samples of Microsoft's page on OnMessageSend, in Dutch. */
test.each([
  ["**Let op**: kies een label.", "<p><strong>Let op</strong>: kies een label.</p>"],
  [
    "*schuin* en __vet__ en ***beide***",
    "<p><em>schuin</em> en <strong>vet</strong> en <strong><em>beide</em></strong></p>",
  ],
  ["Een.\n\nTwee.", "<p>Een.</p><p>Twee.</p>"],
  ["Bel:\n\n- 014\r- [site](https://a.example/b)\r", "<p>Bel:</p><ul><li>014</li><li><a>site</a></li></ul>"],
  ["1. Kies.\r2. Sluit.\r", "<ol><li>Kies.</li><li>Sluit.</li></ol>"],
  ["vijf \\* twee", "<p>vijf * twee</p>"],
  ["[x](javascript:y) <b>z</b>", "<p>[x](javascript:y) &lt;b&gt;z&lt;/b&gt;</p>"],
])("%j is shown as %s", (source, html) => {
  const shown = alertMarkdown(source)
    .map(({ outerHTML }) => outerHTML)
    .join("");
  expect(shown.replace('<a href="https://a.example/b" target="_blank" rel="noopener">', "<a>")).toBe(html);
});
