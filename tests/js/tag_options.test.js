// SPDX-License-Identifier: Apache-2.0

import { describe, expect, test } from "@jest/globals";

import { checkTexts } from "#js/options/load_options.js";
import { checkTagOptions } from "#js/options/tag_options.js";
import {
  checkSparkOptions,
  checkTagWordsOptions,
  checkTnerInputs,
  checkTnerOptions,
  checkWordLists,
} from "#js/options/word_options.js";

describe("options of a call", () => {
  test("have documented defaults", () => {
    expect(checkTagOptions(undefined)).toEqual({
      strategy: "none",
      ignoreLabels: ["O"],
      offsets: "utf16",
      stride: undefined,
      isWords: false,
      delimiter: " ",
      offsetMapping: [],
      truncation: false,
      compat: "none",
      decoder: "scheme",
      viterbi: undefined,
      scheme: "auto",
      minScore: 0,
      topK: 0,
      signal: undefined,
    });
    expect(checkTagOptions({ compat: "hf" })).toMatchObject({
      compat: "hf",
      offsets: "codepoint",
      decoder: "hf",
    });
    expect(checkTagWordsOptions(undefined)).toMatchObject({ mode: "hf", separator: " ", topK: 0 });
  });

  test.each([
    [{ agregation: "none" }, /expected one of aggregation_strategy, .*found 'agregation'/],
    [{ aggregation_strategy: "last" }, /aggregation_strategy: expected 'none' .*, found 'last'/],
    [{ ignore_labels: "O" }, /ignore_labels: expected a list of labels, found 'O'/],
    [{ ignore_labels: [1] }, /ignore_labels/],
    [{ offsets: "bytes" }, /offsets: expected 'utf16' or 'codepoint', found 'bytes'/],
    [{ stride: -1 }, /stride: expected a number of tokens, 0 or more, found -1/],
    [{ stride: 1.5 }, /found 1.5/],
    [{ is_split_into_words: 1 }, /is_split_into_words: expected true or false, found 1/],
    [{ delimiter: 1 }, /delimiter: expected a string, found 1/],
    [{ offset_mapping: "0-1" }, /offset_mapping: expected a list of ranges, found '0-1'/],
    [{ offset_mapping: [[0, 1], [2]] }, /offset_mapping\[1\]: expected \[start, end\]/],
    [{ offset_mapping: [[0, -1]] }, /offset_mapping\[0\]/],
    [{ truncation: "yes" }, /truncation: expected true or false, found 'yes'/],
    [{ compat: "spacy" }, /compat: expected 'hf' or 'hf-4', found 'spacy'/],
    [{ decoder: "spacy" }, /decoder: expected 'hf' or 'conll' or 'tner' or 'sparknlp', found/],
    [{ viterbi: 1 }, /viterbi: expected true or false, found 1/],
    [{ scheme: "BIOE" }, /scheme: expected 'BIO' or .*, found 'BIOE'/],
    [{ min_score: 2 }, /min_score: expected a number from 0 to 1, found 2/],
    [{ min_score: NaN }, /min_score/],
    [{ top_k: -1 }, /top_k: expected a whole number from 0 to 65536, found -1/],
    [{ signal: {} }, /signal: expected an AbortSignal, found an object/],
    ["simple", /expected an object, found 'simple'/],
    [null, /expected an object, found null/],
  ])("that do not exist are named with what was expected: %j", (options, message) => {
    expect(() => checkTagOptions(options)).toThrow(message);
    expect(() => checkTagOptions(options)).toThrow(
      expect.objectContaining({ code: "invalid_argument" }),
    );
  });

  test("under compat are those of the Python pipeline, with its rule about stride", () => {
    for (const name of ["truncation", "decoder", "viterbi", "scheme", "min_score", "top_k"]) {
      expect(() => checkTagOptions({ compat: "hf", [name]: 1 })).toThrow(
        `compat: 'hf': expected options of the Python pipeline, found ${name}`,
      );
    }
    const none = { compat: "hf", stride: 2, aggregation_strategy: "none" };
    expect(() => checkTagOptions(none)).toThrow(/`stride` was provided .* please select another/);
    expect(checkTagOptions({ compat: "hf", stride: 2 }).strategy).toBe("none");
  });
});

describe("options of the calls on words", () => {
  test.each([
    [() => checkTagWordsOptions({ mode: "spacy" }), /mode: expected 'hf' or .*, found 'spacy'/],
    [() => checkTagWordsOptions({ max_length: 2 }), /max_length: expected a number of tokens, 3/],
    [() => checkTagWordsOptions({ separator: 1 }), /separator: expected a string, found 1/],
    [() => checkTagWordsOptions({ lowercase: 1 }), /lowercase: expected true or false/],
    [() => checkTnerOptions({ mode: "hf" }), /expected one of compat, separator, .*found 'mode'/],
    [() => checkSparkOptions({ tokens: "a b" }), /tokens: expected a list of strings, found 'a b'/],
    [() => checkSparkOptions({ white_list: [1] }), /white_list: expected a list of types/],
    [() => checkWordLists("a b"), /words: expected a list of words, found 'a b'/],
    [() => checkWordLists(["a", 7]), /word 1: expected a string, found 7/],
    [() => checkWordLists([["a"], "b"]), /word 0: expected a string, found a list/],
    [() => checkTnerInputs(Array(3)), /words: expected a list of words, found undefined/],
    [() => checkTnerInputs([Array(1)]), /word 0: expected a string, found undefined/],
    [() => checkWordLists(Array(2)), /word 0: expected a string, found undefined/],
    [() => checkSparkOptions({ tokens: Array(2) }), /tokens: expected a list of strings/],
    [() => checkTexts(Array(1)), /text 0: expected a string, found undefined/],
    [() => checkTnerInputs("a b"), /inputs: expected a list of texts or of lists of words/],
    [() => checkTnerInputs([7]), /words: expected a list of words, found 7/],
  ])("are checked as well (%#)", (check, message) => {
    expect(check).toThrow(message);
  });

  test("one list of words and several are told apart, and T-NER splits at single spaces", () => {
    expect(checkWordLists(["a", "b"])).toEqual([["a", "b"]]);
    expect(checkWordLists([["a"], []])).toEqual([["a"], []]);
    expect(checkTnerInputs(["a  b", ["c d"]])).toEqual([["a", "", "b"], ["c d"]]);
  });
});
