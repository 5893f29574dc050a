// SPDX-License-Identifier: Apache-2.0
// Texts with entities at random places, for tests of what formats make of them: with astral characters,
// combining marks, right-to-left scripts, CRLF and adjacent entities.

const fragments = [
  ...[
    "Emma",
    "New York",
    "O'Brien-Smith",
    "U.S.",
    "Zürich",
    "e\u0301te\u0301",
    "क्षत्रिय",
    "🚀",
    "👩‍👩‍👧",
    "𝒚̂𝒊",
  ],
  ...[
    "שלום",
    "مُحَمَّد",
    "東京都",
    "กรุงเทพ",
    "한국",
    "<b>&amp;",
    '"',
    "'",
    ",",
    ";",
    "]]>",
    "&#13;",
    "#",
    "-",
    ".",
  ],
  ...[" ", " ", " ", "  ", "\t", "\u00a0", "\u3000", "\u2028", "\u0085", "\u200f", "\ufeff"],
];
const linesEnds = ["\r\n", "\n", "\r", "\n\n"];
const labels = ["PER", "ORG", "LOC", "WORK_OF_ART"];

/** A generator of numbers from 0 to below n: mulberry32. */
function random(seed) {
  let state = seed;
  return (n) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
}

/**
 * So many of what a model may say, each `{ record, entities }`. An entity begins and ends with what is no
 * space, as a model's do. Without `lines` a text has no ends of lines.
 */
export function taggedTexts(count, { seed = 1, lines = true } = {}) {
  const below = random(seed);
  const pick = (list) => list[below(list.length)];
  return Array.from({ length: count }, (_, i) => {
    let text = "";
    const entities = [];
    for (let n = below(12); n > 0; n--) {
      const part = pick(lines && below(5) === 0 ? linesEnds : fragments);
      const more =
        below(4) === 0 ? pick(lines ? [...linesEnds, " "] : [" "]) + pick(fragments) : "";
      const words = (part + more).trim();
      const isEntity = words !== "" && !/^[\s\u0085]|[\s\u0085]$/u.test(words) && below(3) === 0;
      if (isEntity) {
        const [start, end] = [text.length, text.length + words.length];
        entities.push({
          entity_group: pick(labels),
          score: below(1000) / 1000,
          word: words,
          start,
          end,
        });
      }
      text += isEntity ? words : part + more;
    }
    return { record: { id: String(i + 1), text, members: [] }, entities };
  });
}

/** `[start, end, label]` of each entity, in UTF-16 units. */
export const spansIn = ({ entities }) =>
  entities.map(({ start, end, entity_group: label }) => [start, end, label]);

/** All that a writer makes of these. */
export function written(writer, outcomes) {
  return (
    (writer.head ?? "") + outcomes.map((each) => writer.write(each)).join("") + (writer.tail ?? "")
  );
}

/** A text with members that forms have of their own, and one that failed. */
export const emma = {
  record: {
    id: '"a"',
    text: "Emma",
    members: [
      ["by", "1.0"],
      ["label", "[]"],
      ["error", "0"],
    ],
  },
  entities: [{ entity_group: "PER", score: 0.25, word: "Emma", start: 0, end: 4 }],
};
export const failed = { record: { id: "2", text: "x", error: { code: "c", message: "m" } } };
