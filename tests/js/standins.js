// SPDX-License-Identifier: Apache-2.0
// The stand-ins of the five published systems, which models/train/standins makes: where they are,
// and how near records are to the Python pipeline's.

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

import { root } from "./support.js";

export const folder = process.env.XLMR_NER_STANDINS ?? path.join(root, "build/standins");
export const forms = ["safetensors", "sharded", "bin-zip", "bin-legacy"];
export const systems = [
  "ontonotes5-tner",
  "japanese-tsmatz",
  "hebrew-wikiann",
  "conll03-sparknlp",
  "dutch-conll02",
];

export const isMade = (system) => existsSync(path.join(folder, system, "expected.json"));

/** A test of this stand-in; skipped, with the reason, where it has not been made. */
export function testOf(system, test) {
  return isMade(system)
    ? test
    : (name, ...rest) => test.skip(`${name} (skipped: no build/standins/${system})`, ...rest);
}

export function expectedOf(system) {
  return JSON.parse(readFileSync(path.join(folder, system, "expected.json"), "utf8"));
}

/** Lists of records without their scores, to be compared field by field. */
export const withoutScores = (lists) =>
  lists.map((records) => records.map((record) => ({ ...record, score: undefined })));

/** The largest difference of the scores of two lists of equally many records. */
export function scoreDifference(found, expected) {
  const scores = (lists) => lists.flat().map(({ score }) => score);
  const others = scores(expected);
  return scores(found).reduce((most, score, i) => Math.max(most, Math.abs(score - others[i])), 0);
}

/** The share of pieces with the same label here as in Python, among those that are not O there. */
export function labelAgreement(found, expected) {
  let all = 0;
  let same = 0;
  expected.forEach((labels, text) =>
    labels.forEach((label, piece) => {
      if (label === "O") return;
      all++;
      if (found[text][piece] === label) same++;
    }),
  );
  return same / all;
}
