import { framedBy, parseSecurityHeaders } from "../../dev/outlook/security-headers.ts";

describe("the security headers of the deployment", () => {
  test("are read from nginx lines, whatever their quotes", () => {
    const source = `
      # add_header Commented "out" always;
      add_header Content-Security-Policy "default-src 'none'; frame-ancestors https://outlook.office.com" always;
      add_header Referrer-Policy no-referrer;
      add_header X-Quoted 'with "double" inside' always;`;
    expect([...parseSecurityHeaders(source)]).toEqual([
      ["Content-Security-Policy", "default-src 'none'; frame-ancestors https://outlook.office.com"],
      ["Referrer-Policy", "no-referrer"],
      ["X-Quoted", 'with "double" inside'],
    ]);
  });

  test.each([
    ["a header that stands twice", 'add_header A "1";\nadd_header A "2";', /stands twice/],
    ["no header at all", "# nothing", /no add_header/],
  ])("are refused with %s", (_name, source, message) => {
    expect(() => parseSecurityHeaders(source)).toThrow(message);
  });

  test("change in nothing but who may frame the pages", () => {
    const headers = new Map([
      [
        "Content-Security-Policy",
        "default-src 'none'; frame-ancestors https://a.example https://b.example; form-action 'none'",
      ],
      ["Referrer-Policy", "no-referrer"],
    ]);
    expect([...framedBy(headers, "'self'")]).toEqual([
      ["Content-Security-Policy", "default-src 'none'; frame-ancestors 'self'; form-action 'none'"],
      ["Referrer-Policy", "no-referrer"],
    ]);
  });
});
