// SPDX-License-Identifier: Apache-2.0
//
// OntoNotes as CoNLL-2012 has it (`*_gold_conll`): columns of which the fourth has the words and the eleventh
// the entities, as brackets. How many columns follow differs from sentence to sentence.
//
//     #begin document (bn/x/00/x_0001); part 000
//     bn/x/00/x_0001 0 0 New  NNP (TOP(S(NP* - - - - (GPE* …
//     bn/x/00/x_0001 0 1 York NNP *)         - - - - *)    …

import type { AnnotatedText } from "./annotated_text.js";
import { corpusError, shown, sourceLines } from "./source.js";
import type { CorpusSource } from "./source.js";

const wordColumn = 3;
const entityColumn = 10;
const bracket = /^(?:\(([^()*]+)\*?|\*)(\))?$/;

export function isConll2012({ text }: CorpusSource): boolean {
  return /^\s*#begin document /.test(text);
}

/** The sentences with tags in IOB2. Throws a TextFormatError that names the line. */
export function readConll2012(source: CorpusSource): AnnotatedText[] {
  const texts: AnnotatedText[] = [];
  let sentence = emptySentence();
  let open: string | undefined;
  const finish = (place: string): void => {
    if (open !== undefined)
      throw corpusError(place, `the end of the entity ${open}`, "that of the sentence");
    if (sentence.words.length > 0)
      texts.push(Object.assign({ place: sentence.wordPlaces[0] ?? "" }, sentence));
    sentence = emptySentence();
  };
  let last = `${source.where}:1`;
  for (const { text, place } of sourceLines(source)) {
    last = place;
    if (text.trim() === "" || text.startsWith("#")) {
      finish(place);
      continue;
    }
    const fields = text.trim().split(/\s+/);
    const [word, entity] = [fields[wordColumn], fields[entityColumn]];
    if (word === undefined || entity === undefined) {
      throw corpusError(place, `at least ${entityColumn + 1} columns`, String(fields.length));
    }
    if (word === "[WORD]")
      throw corpusError(place, "a word", "[WORD], as in files without the words");
    const [, type, end]: (string | undefined)[] = bracket.exec(entity) ?? ["", "", ""];
    if (type === "" || (type !== undefined && open !== undefined)) {
      throw corpusError(place, "(TYPE*, (TYPE), * or *), and none in another", shown(entity));
    }
    if (end !== undefined && type === undefined && open === undefined) {
      throw corpusError(place, "the beginning of an entity before its end", shown(entity));
    }
    sentence.words.push(word);
    sentence.tags.push(type !== undefined ? `B-${type}` : open !== undefined ? `I-${open}` : "O");
    sentence.wordPlaces.push(place);
    open = end === undefined ? (type ?? open) : undefined;
  }
  finish(last);
  return texts;
}

function emptySentence(): { words: string[]; tags: string[]; wordPlaces: string[] } {
  return { words: [], tags: [], wordPlaces: [] };
}
