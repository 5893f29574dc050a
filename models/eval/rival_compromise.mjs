// SPDX-License-Identifier: Apache-2.0

// compromise: a lexicon and rules for English. `people`, `places` and `organizations` are what it
// calls topics; "Paris, France" is one place to it and two in the gold, so places end at commas.

import nlp from 'compromise';

import { mentionRecords, recordOf, valueRecord } from './rival_text.mjs';

/**
 * Where a view's matches lie, in UTF-16. Its offset is past an opening bracket or quote that its text
 * and length still have, so the text is looked up from a little before.
 * @param {string} text
 * @param {any} view
 */
function spansOf(text, view) {
  return view.json({ offset: true, terms: false }).map(({ text: found, offset }) => {
    const exact = text.indexOf(found.trim(), Math.max(0, offset.start - 4));
    const start = exact === -1 ? offset.start : exact;
    return [start, start + found.trim().length];
  });
}

/** @param {string} text */
export function findByCompromise(text) {
  const doc = nlp(text);
  const places = spansOf(text, doc.places()).flatMap(([start, end]) =>
    [...text.slice(start, end).matchAll(/[^,]+/gu)].map(({ 0: part, index }) => [
      start + index,
      start + index + part.length,
    ]),
  );
  const records = (label, spans) =>
    spans.flatMap(([start, end]) => recordOf(text, label, start, end));
  return [
    ...records('PER', spansOf(text, doc.people())),
    ...records('LOC', places),
    ...records('ORG', spansOf(text, doc.organizations())),
  ];
}

/** With its @mentions as persons. @param {string} text */
export function findByCompromiseWithMentions(text) {
  return [
    ...findByCompromise(text),
    ...spansOf(text, nlp(text).atMentions()).flatMap(([start, end]) =>
      mentionRecords(text, start, end),
    ),
  ];
}

/**
 * With what else of it is private: addresses of e-mail and pages, telephone numbers.
 * @param {string} text
 */
export function findPrivateByCompromise(text) {
  const doc = nlp(text);
  const records = (label, spans) =>
    spans.flatMap(([start, end]) => valueRecord(text, label, start, end));
  return [
    ...findByCompromise(text),
    ...records('EMAIL', spansOf(text, doc.emails())),
    ...records('URL', spansOf(text, doc.urls())),
    ...records('PHONE', spansOf(text, doc.phoneNumbers())),
  ];
}
