// SPDX-License-Identifier: Apache-2.0

import { describe, expect, test } from "@jest/globals";

import {
  checkEncodeOptions,
  checkModel,
  checkPipelineOptions,
  checkTask,
  checkTexts,
} from "../../dist/wasm/js/options.js";

describe("options", () => {
  test("have documented defaults", () => {
    expect(checkPipelineOptions({})).toEqual({
      backend: "auto",
      dtype: "auto",
      cacheQuantized: true,
      threads: "auto",
      signal: undefined,
      onProgress: undefined,
    });
    expect(checkEncodeOptions(undefined).offsets).toBe("utf16");
  });

  test.each([
    [
      () => checkEncodeOptions({ mode: "slow" }),
      /mode: expected 'hf' or 'sentencepiece', found 'slow'/,
    ],
    [() => checkEncodeOptions("hf"), /expected an object, found 'hf'/],
    [() => checkEncodeOptions(null), /expected an object, found null/],
    [() => checkEncodeOptions({ signal: {} }), /signal: expected an AbortSignal, found an object/],
    [
      () => checkPipelineOptions({ device: "wasm" }),
      /pipeline option: expected one of backend, dtype, cache_quantized, threads, .*found 'device'/,
    ],
    [
      () => checkPipelineOptions({ threads: 0 }),
      /threads: expected 'auto' or a whole number from 1 to 64, found 0/,
    ],
    [() => checkPipelineOptions({ threads: "2" }), /threads/],
    [
      () => checkPipelineOptions({ progress_callback: 1 }),
      /progress_callback: expected a function, found 1/,
    ],
    [
      () => checkTask("summarization"),
      /task: expected 'token-classification' or 'ner', found 'summarization'/,
    ],
    [() => checkModel(7), /model: expected the path of a model folder, found 7/],
    [() => checkModel(""), /model: expected/],
    [() => checkTexts(undefined), /text: expected a string or a list of strings, found undefined/],
    [() => checkTexts(["a", 1]), /text 1: expected a string, found 1/],
    [() => checkTexts([["a"]]), /text 0: expected a string, found a list/],
  ])("that do not exist are named with what was expected (%#)", (check, message) => {
    expect(check).toThrow(message);
    expect(check).toThrow(expect.objectContaining({ code: "invalid_argument" }));
  });

  test("do not print a whole text in a message", () => {
    expect(() => checkTask("x".repeat(1000))).toThrow(/found 'x{60}…'$/);
  });
});
