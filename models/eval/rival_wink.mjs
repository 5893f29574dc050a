// SPDX-License-Identifier: Apache-2.0

// wink-nlp with its English lite model. Its entities are dates, times, durations, numbers, money, web
// and e-mail addresses, hashtags, emoji and @mentions: no person by name, no organisation, no place. So
// it is tried twice: the mentions as persons, and each run of what it tags as proper nouns as a person.

import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';

import { mentionRecords, recordOf, valueRecord } from './rival_text.mjs';

const nlp = winkNLP(model);

/**
 * Its tokens with their places in the text, in UTF-16.
 * @param {any} doc
 */
function tokensOf(doc) {
  const tokens = [];
  let end = 0;
  doc.tokens().each((token) => {
    const start = end + token.out(nlp.its.precedingSpaces).length;
    end = start + token.out().length;
    tokens.push({ start, end, pos: token.out(nlp.its.pos) });
  });
  return tokens;
}

/** Its mentions as PER. @param {string} text */
export function findByWink(text) {
  const doc = nlp.readDoc(text);
  const tokens = tokensOf(doc);
  const mentions = [];
  doc.entities().each((entity) => {
    if (entity.out(nlp.its.type) === 'MENTION') mentions.push(entity.out(nlp.its.span));
  });
  return mentions.flatMap(([first, last]) =>
    mentionRecords(text, tokens[first].start, tokens[last].end),
  );
}

/** Its runs of proper nouns as PER. @param {string} text */
export function findByWinkTags(text) {
  const runs = [];
  let open;
  for (const { start, end, pos } of tokensOf(nlp.readDoc(text))) {
    if (pos !== 'PROPN') open = undefined;
    else if (open !== undefined) open.end = end;
    else runs.push((open = { start, end }));
  }
  return runs.flatMap(({ start, end }) => recordOf(text, 'PER', start, end));
}

/** Its runs of proper nouns as PER, and its addresses of e-mail and pages. @param {string} text */
export function findPrivateByWink(text) {
  const doc = nlp.readDoc(text);
  const tokens = tokensOf(doc);
  const records = [];
  doc.entities().each((entity) => {
    const label = entity.out(nlp.its.type);
    const [first, last] = entity.out(nlp.its.span);
    if (label === 'EMAIL' || label === 'URL') {
      records.push(...valueRecord(text, label, tokens[first].start, tokens[last].end));
    }
  });
  return [...findByWinkTags(text), ...records];
}
