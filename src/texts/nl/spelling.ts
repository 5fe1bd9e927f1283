/** The spelling alphabet of Belgian telephony in Dutch, for letters that may be misheard. */
const NAME: Readonly<Record<string, string>> = {
  a: "Anna",
  b: "Bernard",
  c: "Cornelis",
  d: "David",
  e: "Eduard",
  f: "Frederik",
  g: "Gustaaf",
  h: "Hendrik",
  i: "Isidoor",
  j: "Jozef",
  k: "Karel",
  l: "Lodewijk",
  m: "Maria",
  n: "Nico",
  o: "Oscar",
  p: "Piet",
  q: "Quotiënt",
  r: "Rudolf",
  s: "Sofie",
  t: "Theo",
  u: "Ursula",
  v: "Victor",
  w: "Willem",
  x: "Xantippe",
  y: "Ypsilon",
  z: "Zacharias",
};

/** A word spelled aloud: "b van Bernard, o van Oscar, m van Maria". */
export function spelled(word: string): string {
  return [...word].map((letter) => `${letter} van ${NAME[letter] ?? letter}`).join(", ");
}
