// SPDX-License-Identifier: Apache-2.0

/** Endings of given names in the languages that have cases: German, Polish, Russian, Kazakh, Hungarian, Romanian. */
const added = new Set(
  `s es a u e o em om owi ie ei lui у а е ом ем ю я ні ны ді ды ті ты ге ға ке қа ның нің дің дың тың тің
  nak nek val vel hoz hez tól től nál nél ról ről ék ot et t k`.split(/\s+/),
);

/** Endings that stand in the place of a last `a`: `Anny`, `Анне`. */
const inPlaceOfA = new Set("y i e o ą ę u ie ei у ю е ы и ой ей".split(" "));

const longestEnding = 3;
const shortestStem = 3;

/**
 * What a name in small letters may be without its ending.
 *
 *     stemsOf("anny")     // includes "anna"
 *     stemsOf("annának")  // includes "anna"
 *     stemsOf("ali'nin")  // includes "ali"
 */
export function stemsOf(lower: string): string[] {
  const stems: string[] = [];
  const apostrophe = lower.search(/['’]/u);
  if (apostrophe > 1) stems.push(lower.slice(0, apostrophe));
  for (let length = 1; length <= longestEnding; ++length) {
    const stem = lower.slice(0, -length);
    const ending = lower.slice(-length);
    if (stem.length < shortestStem) break;
    if (added.has(ending)) stems.push(stem, shortened(stem));
    if (inPlaceOfA.has(ending)) stems.push(`${stem}a`, `${stem}а`, `${stem}я`);
  }
  return stems;
}

/** Hungarian makes a last vowel long before an ending. */
function shortened(stem: string): string {
  return stem.replace(/á$/u, "a").replace(/é$/u, "e");
}
