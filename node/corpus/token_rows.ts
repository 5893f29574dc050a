// SPDX-License-Identifier: Apache-2.0
//
// Words with tags as JSON: T-NER's data sets (`tokens`, `tags` by the ids of its `label.json`), those of the
// package datasets (`tokens`, `ner_tags`), and what `tag` writes of given words (`tags` alone).
//
//     {"tokens": ["Emma", "sings"], "tags": [1, 0]}              with {"O": 0, "B-PER": 1}
//     {"tokens": [["Emma"], ["sings"]], "tags": [[1], [0]]}      many sentences
//     {"id": 1, "entities": […], "tags": ["B-PER", "O"]}         words are in what was tagged

import { isStrings } from "../../wasm/js/base/checks.js";
import type { AnnotatedText } from "./annotated_text.js";
import { isObject, objectOf } from "./json_rows.js";
import type { JsonRow } from "./json_rows.js";
import { corpusError, shown } from "./source.js";
import { languageOf } from "./span_rows.js";

/** Tags by their numbers, and where they are from, for messages. */
export interface TagIds {
  readonly names: ReadonlyMap<number, string>;
  readonly where: string;
}

/** The members that have tags, in the order in which they are looked for. */
const tagMembers = ["tags", "ner_tags", "labels"] as const;

/** Whether a row has tags of words: of its own, or of those that were tagged. */
export function hasTags(value: unknown): value is Record<string, unknown> {
  if (!isObject(value)) return false;
  const { tokens = value["words"] } = value;
  if (tokens === undefined) return isStrings(value["tags"]);
  const areWords =
    isList(tokens) && tokens.every((each) => typeof each === "string" || isList(each));
  return areWords && tagMembers.some((name) => isList(value[name]));
}

/** The sentences of a row. Throws a TextFormatError that names the line for what has no tokens or tags. */
export function readTokenRow(row: JsonRow, ids: TagIds | undefined): AnnotatedText[] {
  const { place } = row;
  const record = objectOf(row, "an object with tokens and tags");
  if (record["error"] !== undefined) {
    throw corpusError(place, "tags", `the error ${shown(record["error"])}`);
  }
  const name = tagMembers.find((each) => record[each] !== undefined);
  if (name === undefined) throw corpusError(place, "an object with tokens and tags", shown(record));
  const own = record["label2id"];
  const known = own === undefined ? ids : readTagIds(own, `${place}: label2id`);
  const { tokens = record["words"] } = record;
  const lists = [tokens, record[name]];
  if (!lists.every((each) => isList(each) && each.length > 0 && each.every(isList))) {
    return [sentenceOf(record, tokens, record[name], name, place, known)];
  }
  const [words, tags] = lists as unknown[][];
  if (words?.length !== tags?.length) {
    const wanted = `${words?.length ?? 0} lists in ${name}, as in tokens`;
    throw corpusError(place, wanted, String(tags?.length));
  }
  return (words ?? []).map((each, at) => {
    return sentenceOf(record, each, tags?.[at], `${name}[${at}]`, place, known);
  });
}

function isList(value: unknown): value is unknown[] {
  return Array.isArray(value);
}

function sentenceOf(
  record: Record<string, unknown>,
  words: unknown,
  given: unknown,
  name: string,
  place: string,
  ids: TagIds | undefined,
): AnnotatedText {
  if (words !== undefined && !isStrings(words)) {
    throw corpusError(`${place}: tokens`, "a list of strings", shown(words));
  }
  if (!isList(given)) throw corpusError(`${place}: ${name}`, "a list", shown(given));
  const tags = given.map((tag, at) => tagOf(tag, ids, `${place}: ${name}[${at}]`));
  const id = record["id"] === undefined ? undefined : JSON.stringify(record["id"]);
  const sentence = {
    place,
    id,
    words,
    tags,
    language: languageOf(record) ?? commonOf(record["langs"]),
  };
  if (words !== undefined) checkLengths(sentence, place, name);
  return sentence;
}

function checkLengths({ words = [], tags = [] }: AnnotatedText, place: string, name: string): void {
  if (words.length === tags.length) return;
  throw corpusError(place, `${words.length} ${name}, as there are tokens`, String(tags.length));
}

/** WikiANN has a language for each token. */
function commonOf(languages: unknown): string | undefined {
  const all = isStrings(languages) ? new Set(languages) : new Set<string>();
  return all.size === 1 ? [...all][0] : undefined;
}

function tagOf(tag: unknown, ids: TagIds | undefined, place: string): string {
  if (typeof tag === "string" && tag !== "") return tag;
  if (typeof tag !== "number") throw corpusError(place, "a tag as B-PER, or its id", shown(tag));
  if (ids === undefined) {
    throw corpusError(place, "a tag as B-PER, or --label2id FILE with the ids", String(tag));
  }
  const name = ids.names.get(tag);
  if (name !== undefined) return name;
  const numbers = [...ids.names.keys()];
  const range = `${Math.min(...numbers)} to ${Math.max(...numbers)}`;
  throw corpusError(place, `an id of ${ids.where}, which has ${range}`, String(tag));
}

/**
 * `{"O": 0, "B-PER": 1}`, or an object with that as `label2id`, as a model's config.json. Throws a
 * TextFormatError for any other, and for an id that two tags have.
 */
export function readTagIds(value: unknown, where: string): TagIds {
  const given = isObject(value) && isObject(value["label2id"]) ? value["label2id"] : value;
  if (!isObject(given) || Object.keys(given).length === 0) {
    throw corpusError(where, 'tags and their ids, as {"O": 0, "B-PER": 1}', shown(value));
  }
  const names = new Map<number, string>();
  for (const [tag, id] of Object.entries(given)) {
    if (!Number.isSafeInteger(id)) throw corpusError(where, `a whole number for ${tag}`, shown(id));
    const other = names.get(id as number);
    if (other !== undefined) {
      throw corpusError(
        where,
        "an id of its own for each tag",
        `${String(id)} for ${other} and ${tag}`,
      );
    }
    names.set(id as number, tag);
  }
  return { names, where };
}
