import { ownPlainText, ownText, withTop } from "../../src/office/signature.ts";

test.each<[string, string, string]>([
  ["an empty text", "", ""],
  ["an empty page", "<html><head><style>p{color:red}</style><title>x</title></head><body></body></html>", ""],
  ["an empty paragraph", "<div><br></div><p>&nbsp;</p>&#8203;", ""],
  ["text", "<p>Dag  <b>Els</b></p>", "Dag Els"],
  ["a picture", "<p>Dag <img src='cid:1'></p>", "Dag [1 img]"],
  ["a picture and nothing else", "<img src='cid:1'>", " [1 img]"],
  ["the signature of Outlook on the web", "<div><br></div><div id='Signature'><p>Els</p></div>", ""],
  ["that signature in its first spelling", "<div id='signature'>Els</div>", ""],
  ["that signature with a prefix", "<div id='x_Signature'>Els</div><div id='ms_signature'>Els</div>", ""],
  ["the signature of Outlook on a phone", "<div id='ms-outlook-mobile-signature'>Els</div>", ""],
  ["a picture in the signature", "<div id='Signature'>Els <img src='cid:logo'></div>", ""],
  ["text before the signature", "<p>Dag</p><div id='Signature'>Els</div>", "Dag"],
  ["text after the signature", "<div id='Signature'>Els</div><p>Dag</p>", "Dag"],
  [
    "the signature of classic Outlook",
    "<div class=WordSection1><p class=MsoNormal>&nbsp;</p><p><a name='_MailAutoSig'>Els</a></p><p>Team</p></div>",
    "",
  ],
  ["that signature with its mark escaped", "<p><a name='_x005f_MailAutoSig'>Els</a></p><p>Team <img src='a'></p>", ""],
  [
    "text before the signature of classic Outlook",
    "<p>Dag</p> <p>Vraag: <a name='_MailAutoSig'>Els</a></p><p>Team</p>",
    "Dag Vraag:",
  ],
  ["a script", "<script>1</script><style>p{}</style>", ""],
  ["text that looks like a style", "<p>style = strak</p>", "style = strak"],
  ["an address that speaks of a signature", "<div id='Signatures'>Dag</div>", "Dag"],
])("what a person wrote in %s", (_name, html, expected) => {
  expect(ownText(html)).toBe(expected);
});

test.each<[string, string, string]>([
  ["nothing", "", ""],
  ["white space", "\r\n \n", ""],
  ["a signature", "\n-- \nEls\nTeam", ""],
  ["a signature with CRLF", "\r\n\r\n-- \r\nEls", ""],
  ["a signature whose space was trimmed", "\n--\nEls", ""],
  ["text before a signature", "Dag\n\n-- \nEls", "Dag"],
  ["a signature without its mark", "Els\nTeam", "Els\nTeam"],
  ["two hyphens in a line", "Dag -- Els\n--- \nTeam", "Dag -- Els\n--- \nTeam"],
])("what a person wrote in plain text with %s", (_name, text, expected) => {
  expect(ownPlainText(text)).toBe(expected);
});

test.each<[string, string, string]>([
  ["an empty text", "", "<html><head></head><body><p>Boven</p></body></html>"],
  [
    "a signature",
    '<div><br></div><div id="Signature"><img src="cid:logo"> Els &amp; co</div>',
    '<html><head></head><body><p>Boven</p><div><br></div><div id="Signature"><img src="cid:logo"> Els &amp; co</div></body></html>',
  ],
  [
    "styles, which the page's own policy would report",
    '<p STYLE="color: red"><b/style=\'x\'>Mijn STYLE = strak</b></p><div id="Signature" style="margin:0">Els</div>',
    '<html><head></head><body><p>Boven</p><p style="color: red"><b style="x">Mijn STYLE = strak</b></p><div id="Signature" style="margin:0">Els</div></body></html>',
  ],
  [
    "a page with styles and a body with attributes",
    '<html lang="nl"><head><style>p{}</style></head><body dir="ltr"><p><a name="_MailAutoSig">Els</a></p></body></html>',
    '<html lang="nl"><head><style>p{}</style></head><body dir="ltr"><p>Boven</p><p><a name="_MailAutoSig">Els</a></p></body></html>',
  ],
])("puts the message above %s and keeps all of it", (_name, source, expected) => {
  expect(withTop("<p>Boven</p>", { source })).toBe(expected);
});

test("after the message is put above a signature, what a person sees is the message", () => {
  expect(ownText(withTop("<p>Boven</p>", { source: "<div id='Signature'>Els</div>" }))).toBe("Boven");
});

test("no style attribute of a message reaches the parser, where the page's own policy would report it", () => {
  const seen: string[] = [];
  const parse = jest.spyOn(DOMParser.prototype, "parseFromString").mockImplementation((html) => {
    seen.push(String(html));
    return document.implementation.createHTMLDocument();
  });
  ownText('<p style="a"><b\nStyle="b"><i title="x"style=c>');
  withTop('<p style="d">', { source: "<p style='e'>" });
  parse.mockRestore();
  expect(seen.join("\n")).not.toMatch(/[\s"'/]style\s*=/i);
  expect(seen).toHaveLength(3);
});
