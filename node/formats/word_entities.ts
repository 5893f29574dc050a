// SPDX-License-Identifier: Apache-2.0

import { typeOf } from "../../wasm/js/base/palette.js";
import type { EntityGroup } from "../../wasm/js/base/types.js";
import type { WordTag } from "../../wasm/js/base/word_types.js";

/**
 * The entities of labelled words as conlleval finds them, in the text of the words with one space between:
 *
 *     wordEntities(["Emma", "Bunton"], [{ entity: "B-PER", … }, { entity: "I-PER", … }])
 *     // [{ entity_group: "PER", word: "Emma Bunton", start: 0, end: 11, score: the mean }]
 */
export function wordEntities(
  words: readonly string[],
  tags: readonly Pick<WordTag, "entity" | "score">[],
): EntityGroup[] {
  const found: { type: string; scores: number[]; start: number; end: number }[] = [];
  const text = words.join(" ");
  let start = 0;
  let before = "O";
  for (const [i, word] of words.entries()) {
    const { entity, score } = tags[i] ?? { entity: "O", score: 0 };
    const type = typeOf(entity);
    const last = found.at(-1);
    const end = start + word.length;
    const goesOn = last?.type === type && before !== "O" && !begins(entity) && !ends(before);
    if (entity === "O") before = "O";
    else {
      if (goesOn) {
        last.scores.push(score);
        last.end = end;
      } else found.push({ type, scores: [score], start, end });
      before = entity;
    }
    start = end + 1;
  }
  return found.map((each) => ({
    entity_group: each.type,
    score: each.scores.reduce((sum, score) => sum + score, 0) / each.scores.length,
    word: text.slice(each.start, each.end),
    start: each.start,
    end: each.end,
  }));
}

/** Prefixes of BIO, BIOES and BILOU that stand at an entity's first word. */
function begins(label: string): boolean {
  return /^[BSU]-./.test(label);
}

function ends(label: string): boolean {
  return /^[ELSU]-./.test(label);
}
