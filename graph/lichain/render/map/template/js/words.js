// Both languages of everything that is said; switching moves nothing on the map.
let lang = data.lang;

const otherLang = () => (lang === "zh" ? "en" : "zh");

/** What the page says for `key`, with {words} filled in. */
function say(key, words = {}) {
  const [one, many] = data.ui[lang][key].split("|");
  return (many === undefined || String(words.count) === "1" ? one : many).replace(/\{(\w+)\}/g, (_, name) => String(words[name] ?? ""));
}

const inLang = (words, fallback) => (words ? words[lang] || words[otherLang()] || fallback : fallback);
const typeName = (type) => inLang(own(data.glossary.nodes, type), type);
const kindName = (type) => inLang(own(data.glossary.relationships, type), type);
const nameOf = (node) => node.names[lang];
const otherNameOf = (node) => {
  const name = node.names[otherLang()];
  return name === nameOf(node) ? "" : name;
};

function termName(vocabulary, value) {
  if (value === "") return say("unknown");
  return inLang(own(own(data.glossary.vocabularies, vocabulary), value), value);
}

function formatNumber(value) {
  return new Intl.NumberFormat(lang === "zh" ? "zh-CN" : "en", { maximumSignificantDigits: 15 }).format(value);
}

const segmenter = "Segmenter" in Intl ? new Intl.Segmenter(undefined, { granularity: "grapheme" }) : null;

/** At most `most` characters as a reader counts them, in one line, without marks that turn the direction. */
function shorten(text, most) {
  const line = text.slice(0, most * 12).replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/g, "").replace(/\s+/g, " ");
  const letters = segmenter ? Array.from(segmenter.segment(line), (part) => part.segment) : Array.from(line);
  const cut = letters.length > most || text.length > most * 12;
  return cut ? `${letters.slice(0, most - 1).join("")}…` : line;
}

/** As much of a text as `most` narrow letters take up; a Chinese character is as wide as two. */
function fitted(text, most) {
  let width = 0;
  const end = Array.from(text.slice(0, 80)).findIndex((letter) => (width += letter >= "\u2e80" ? 2 : 1) > most);
  return shorten(text, end < 0 ? 80 : end + 1);
}

const simplified = new Map();
for (const [plain, others] of Object.entries(data.variants)) {
  for (const other of others) simplified.set(other, plain);
}

/** The folding of lichain.identity, near enough for searching: width, case, marks, traditional characters. */
function fold(text) {
  const plain = text.normalize("NFKC").toUpperCase().toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  const kept = plain.normalize("NFC").replace(/&/g, "and").replace(/[\p{P}\p{Z}\p{C}\p{Sm}\p{Sk}\s]/gu, (mark) => (mark === "+" ? "+" : ""));
  return Array.from(kept, (letter) => simplified.get(letter) ?? letter).join("");
}
