// SPDX-License-Identifier: Apache-2.0

import { isBirth } from "./birth_words.js";
import { digitsEnd, nextDigit } from "./characters.js";
import { textAfter } from "./context.js";
import { dayAt } from "./date_forms.js";
import { recordOf } from "./record.js";
import { scores } from "./scores.js";
import type { Recognizer, SourcedEntity } from "./types.js";

/** How far before a day a word may stand; where digits alone are the day, and where one is corrected. */
const reach = { word: 40, plain: 16, correction: 24 };

/**
 * Days of birth: a day in figures (`17.05.1984`, `1984-05-17`, `1984年5月17日`) or with its month in letters, where
 * a word nearby says that somebody was born. A word belongs to the first day behind it.
 */
export function birthdateRecognizer(): Recognizer {
  const name = "birthdate";
  return {
    name,
    recognize(text) {
      const found: SourcedEntity[] = [];
      const { length } = text;
      let last = 0;
      for (let i = nextDigit(text, 0); i < length;) {
        const day = dayAt(text, i);
        if (day !== undefined && day.start >= last) {
          const { start, end, isPlain } = day;
          const from = Math.max(last, start - (isPlain ? reach.plain : reach.word), 0);
          // "17.05.1984? No, 18.05.1984": what was asked about one is of the other.
          const between = text.slice(last, start);
          const isCorrection =
            found.at(-1)?.end === last &&
            between.length <= reach.correction &&
            /[?？]/.test(between);
          if (
            isBirth(text.slice(from, start), textAfter(text, end)) ||
            (isCorrection && last > 0)
          ) {
            const what = { label: "BIRTHDATE", score: scores.in_context, source: name };
            found.push(recordOf(text, [start, end], what));
          }
          last = end;
        }
        i = nextDigit(text, Math.max(last, digitsEnd(text, i)));
      }
      return found;
    },
  };
}
