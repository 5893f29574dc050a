// SPDX-License-Identifier: Apache-2.0

import { recordOf } from "../recognizers/record.js";
import { scores } from "../recognizers/scores.js";
import type { SourcedEntity } from "../recognizers/types.js";
import { byEmail } from "./by_email.js";
import { byField } from "./by_field.js";
import { byGivenName } from "./by_given_name.js";
import { byHonorific } from "./by_honorific.js";
import { byInitial } from "./by_initial.js";
import { byLastLine } from "./by_last_line.js";
import { byLetter } from "./by_letter.js";
import { bySign } from "./by_sign.js";
import { bySpeaker } from "./by_speaker.js";
import { byTitle } from "./by_title.js";
import { NameLists } from "./lists.js";
import { NameMentions } from "./mention_finder.js";
import type { Rule } from "./rule.js";
import { withoutEverydayEnds } from "./trim.js";
import type { NameRules } from "./types.js";
import { wordsOf } from "./words.js";

/** What a word nearby says to be a name, and what only looks like one. */
const rules: readonly (readonly [Rule, number])[] = [
  [byField, scores.in_context],
  [byLetter, scores.in_context],
  [byTitle, scores.in_context],
  [bySpeaker, scores.in_context],
  [byLastLine, scores.form],
  [byInitial, scores.form],
  [bySign, scores.form],
  [byHonorific, scores.in_context],
  [byEmail, scores.in_context],
  [byGivenName, scores.form],
];

/**
 * Rules that find persons in the 22 languages of the embedded model, with `PER` as label: after titles and fields of
 * forms, in greetings and signatures, as speakers of chats, before honorifics, with initials, by the addresses of e-mail
 * beside them, and by 20,000 given names. They are to be used beside a model.
 *
 *     nameRules().recognize("Dear Ms Okafor, call anna.")   // PER "Ms Okafor", PER "anna"
 */
export function nameRules(): NameRules {
  const lists = new NameLists();
  return {
    recognize(text: string): SourcedEntity[] {
      const words = wordsOf(text);
      const found = rules.flatMap(([rule, score]) =>
        rule(text, words, lists).map(([start, end]) => ({ start, end, score })),
      );
      return united(found).map(({ start, end, score }) =>
        recordOf(text, [start, end], { label: "PER", score, source: "name" }),
      );
    },
    trim: (text, entity) => withoutEverydayEnds(text, entity, lists),
    mentionFinder: () => new NameMentions(lists),
  };
}

interface ScoredSpan {
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

/** Spans that overlap as one. */
function united(spans: ScoredSpan[]): ScoredSpan[] {
  const out: ScoredSpan[] = [];
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    const before = out.at(-1);
    if (before === undefined || before.end <= span.start) out.push(span);
    else {
      out[out.length - 1] = {
        start: before.start,
        end: Math.max(before.end, span.end),
        score: Math.max(before.score, span.score),
      };
    }
  }
  return out;
}
