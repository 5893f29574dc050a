// SPDX-License-Identifier: Apache-2.0
//
// Gold and predicted texts, whatever their forms, as sentences that can be compared. Where both have the same
// words their tags are compared as they are; else both become spans of one text.

import { distinct } from "../formats/record.js";
import { isOpen } from "./annotated_text.js";
import type { AnnotatedText, CorpusText, PlacedSpan } from "./annotated_text.js";
import type { CorpusSentence } from "./corpus.js";
import { inOrder, withoutOverlaps } from "./overlaps.js";
import { corpusError, shown } from "./source.js";
import { scoresOf, tagsOf, unitsOf, unitsOfWords } from "./units.js";
import { spansOfWords } from "./word_places.js";

export interface CompareOptions {
  /** Whether entities may overlap: then tags have the first of them alone. */
  readonly overlaps: boolean;
  /** The name of the predicted file. */
  readonly where: string;
}

/** Throws a TextFormatError that names the line where the predicted texts are not the gold's. */
export function compareTexts(
  gold: readonly CorpusText[],
  predicted: readonly CorpusText[],
  options: CompareOptions,
): CorpusSentence[] {
  const sentences = gold.map((each, at) => {
    const other = predicted[at];
    const text = closedText(each);
    if (other !== undefined) return compareText(text, other, options);
    throw corpusError(
      lastPlace(predicted, options.where),
      `the text of ${each.place} behind it`,
      "the end of the file",
    );
  });
  const more = predicted[gold.length];
  if (more === undefined) return sentences;
  const last = gold.at(-1)?.place ?? "gold";
  throw corpusError(more.place, `the end of the file, as behind ${last}`, "one more text");
}

/** Of columns that have both. */
export function compareColumns(texts: readonly CorpusText[]): CorpusSentence[] {
  return texts.map((each) => {
    const gold = closedText(each);
    return taggedSentence(gold, { place: gold.place, words: gold.words, tags: gold.predicted });
  });
}

function lastPlace(texts: readonly CorpusText[], where: string): string {
  return texts.at(-1)?.place ?? `${where}:1`;
}

/** Throws a TextFormatError for a gold text of which the text is not there. */
export function closedText(text: CorpusText): AnnotatedText {
  if (isOpen(text)) throw corpusError(text.place, "a text with its entities", "entities alone");
  if (text.words !== undefined || text.text !== undefined) return text;
  throw corpusError(text.place, "tokens with their tags", "tags alone");
}

function compareText(
  gold: AnnotatedText,
  predicted: CorpusText,
  options: CompareOptions,
): CorpusSentence {
  const isTextless = isOpen(predicted) || (predicted.text ?? predicted.words) === undefined;
  if (isTextless) checkIds(gold, predicted);
  if (!isOpen(predicted) && gold.words !== undefined && predicted.tags !== undefined) {
    checkWords(gold, predicted);
    return taggedSentence(gold, predicted);
  }
  return spanSentence(gold, predicted, options);
}

function taggedSentence(gold: AnnotatedText, predicted: AnnotatedText): CorpusSentence {
  const { words = [], tags = [], language, place } = gold;
  const units = unitsOfWords(words);
  return {
    text: words.join(" "),
    units,
    gold: tags,
    predicted: predicted.tags ?? [],
    scores: predicted.scores ?? scoresOf(units, predicted.spans ?? []),
    language,
    place,
  };
}

function spanSentence(
  gold: AnnotatedText,
  predicted: CorpusText,
  { overlaps }: CompareOptions,
): CorpusSentence {
  const other = isOpen(predicted) ? undefined : predicted.text;
  const text = gold.text ?? other ?? (gold.words ?? []).join(" ");
  if (gold.text !== undefined && other !== undefined)
    checkText(gold.text, gold.place, predicted.place, other);
  const ofGold = gold.spans ?? spansOfWords(gold, text, predicted.place);
  const ofPredicted = predictedSpans(predicted, text, gold.place);
  const tagged = {
    gold: overlaps ? withoutOverlaps(ofGold) : inOrder(ofGold, text),
    predicted: overlaps ? withoutOverlaps(ofPredicted) : inOrder(distinct(ofPredicted), text),
  };
  const units = unitsOf(text, [...tagged.gold, ...tagged.predicted]);
  return {
    text,
    units,
    gold: tagsOf(units, tagged.gold),
    predicted: tagsOf(units, tagged.predicted),
    scores: scoresOf(units, tagged.predicted),
    spans: { gold: ofGold, predicted: overlaps ? ofPredicted : tagged.predicted },
    language: gold.language,
    place: gold.place,
  };
}

function predictedSpans(predicted: CorpusText, text: string, place: string): readonly PlacedSpan[] {
  if (isOpen(predicted)) return predicted.spansIn(text);
  return predicted.spans ?? spansOfWords(predicted, text, place);
}

/** Of what has no text: the records' ids, where both have one. */
function checkIds(gold: AnnotatedText, { id, place }: CorpusText): void {
  if (id === undefined || gold.id === undefined || id === gold.id) return;
  throw corpusError(place, `the record ${gold.id} of ${gold.place}`, id);
}

function checkWords(gold: AnnotatedText, predicted: AnnotatedText): void {
  const { words = [], place } = gold;
  const { tags = [], words: others, text } = predicted;
  if (others === undefined) {
    if (text !== undefined) checkText(words.join(" "), place, predicted.place, text);
    if (tags.length === words.length) return;
    throw corpusError(
      predicted.place,
      `${words.length} tags, as ${place} has tokens`,
      String(tags.length),
    );
  }
  const at = Math.max(words.length, others.length);
  const differs = Array.from({ length: at }, (_, i) => i).find((i) => words[i] !== others[i]);
  if (differs === undefined) return;
  const where = predicted.wordPlaces?.[differs] ?? predicted.wordPlaces?.at(-1) ?? predicted.place;
  const goldPlace = gold.wordPlaces?.[differs] ?? place;
  throw corpusError(
    where,
    `${word(words[differs])} as at ${goldPlace}`,
    word(others[differs]) + normalization(words[differs], others[differs]),
  );
}

function word(found: string | undefined): string {
  return found === undefined ? "the end of the sentence" : `the word ${shown(found)}`;
}

function checkText(text: string, goldPlace: string, place: string, found: string): void {
  if (text === found) return;
  let at = 0;
  while (text[at] === found[at]) at++;
  const part = (of: string): string =>
    at >= of.length ? "the end" : shown(of.slice(Math.max(0, at - 20), at + 20));
  throw corpusError(
    place,
    `the text of ${goldPlace}, with ${part(text)} around character ${at}`,
    part(found) + normalization(text, found),
  );
}

/** Why two that look alike are not the same. */
function normalization(one = "", other = ""): string {
  return one.normalize() === other.normalize() ? " (another form of Unicode normalisation)" : "";
}
