/** Words that names are written with or without. */
const STOPWORDS = /* @__PURE__ */ new Set(
  "the of and a an s d l la le les de del der du des el los las et y da do e и".split(" "),
);

/** Words that are often shortened, and words that are written in two ways. */
const WORDS: Readonly<Record<string, string>> = {
  st: "saint",
  ste: "saint",
  sainte: "saint",
  rep: "republic",
  dem: "democratic",
  is: "islands",
  isl: "islands",
  island: "islands",
  isds: "islands",
  fed: "federated",
  sts: "states",
  peoples: "people",
  ва: "острова",
  о: "острова",
  остров: "острова",
  îles: "iles",
  ile: "iles",
  isla: "islas",
};

/**
 * A name without what differs between spellings: case, accents, punctuation, articles, abbreviations.
 * Words keep their order.
 */
export function foldName(name: string): string {
  const words = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    // Dots inside abbreviations such as "U.S.A." join the letters; all other marks divide words.
    .replace(/(?<=(?:^|[^\p{L}])\p{L})\.(?=\p{L}(?:$|[^\p{L}]))/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .split(" ");
  return words
    .filter((word) => !STOPWORDS.has(word))
    .map((word) => (Object.hasOwn(WORDS, word) ? WORDS[word] : word))
    .join(" ");
}

/** A folded name with its words in alphabetical order: "Korea, Republic of" is "Republic of Korea". */
export function nameKey(folded: string): string {
  return [...new Set(folded.split(" "))].sort().join(" ");
}
