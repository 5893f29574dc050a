// SPDX-License-Identifier: Apache-2.0

import { describe, expect, test } from "@jest/globals";

import { checkModel } from "#js/files/model_source.js";
import {
  checkEncodeOptions,
  checkPipelineOptions,
  checkTask,
  checkTexts,
  checkTokenizerOptions,
} from "#js/options/load_options.js";

describe("options", () => {
  test("have documented defaults", () => {
    expect(checkPipelineOptions({})).toEqual({
      assets: {
        wasmUrl: undefined,
        workerUrl: undefined,
        webgpuUrl: undefined,
        modelUrl: undefined,
        onnxruntimeUrl: undefined,
        cache: undefined,
      },
      remote: {
        endpoint: undefined,
        revision: undefined,
        token: undefined,
        headers: undefined,
        cacheDir: undefined,
        localFilesOnly: false,
      },
      device: "wasm",
      backend: "auto",
      dtype: "auto",
      cacheQuantized: true,
      verify: false,
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
      () => checkPipelineOptions({ devices: "wasm" }),
      /pipeline option: expected one of device, backend, dtype, cache_quantized, .*found 'devices'/,
    ],
    [
      () => checkPipelineOptions({ device: "gpu" }),
      /device: expected 'auto' or 'wasm' or 'webgpu', found 'gpu'/,
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
      () => checkPipelineOptions({ revision: "../main" }),
      /revision: expected the name of a branch/,
    ],
    [
      () => checkPipelineOptions({ cache_dir: 1 }),
      /cache_dir: expected the path of a folder, found 1/,
    ],
    [() => checkPipelineOptions({ local_files_only: "yes" }), /local_files_only: expected true or/],
    [() => checkTokenizerOptions({ token: 7 }), /token: expected a string of printable ASCII/],
    [
      () => checkTask("summarization"),
      /task: expected 'token-classification' or 'ner', found 'summarization'/,
    ],
    [
      () => checkModel(7),
      /model: expected a hub id, a URL, the path of a model folder, .*, found 7/,
    ],
    [() => checkModel([new Blob([]), "a"]), /model: expected .* a list of Files .*, found a list/],
    [() => checkModel(null), /model: expected .*, found null/],
    [() => checkPipelineOptions({ wasm_url: 1 }), /wasm_url: expected a URL, found 1/],
    [
      () => checkPipelineOptions({ cache: { match() {} } }),
      /cache: expected an object with the methods/,
    ],
    [() => checkPipelineOptions({ endpoint: "hub" }), /endpoint: expected a URL of http or https/],
    [() => checkModel(""), /model: expected/],
    [() => checkTexts(undefined), /text: expected a string or a list of strings, found undefined/],
    [() => checkTexts(["a", 1]), /text 1: expected a string, found 1/],
    [() => checkTexts([["a"]]), /text 0: expected a string, found a list/],
  ])("that do not exist are named with what was expected (%#)", (check, message) => {
    expect(check).toThrow(message);
    expect(check).toThrow(expect.objectContaining({ code: "invalid_argument" }));
  });

  test("a token that cannot stand in a header is refused, and not printed", () => {
    const check = () => checkPipelineOptions({ token: "hf_secret\r\nX-Evil: 1" });
    expect(check).toThrow(
      /^token: expected a string of printable ASCII.*found 'other characters'$/,
    );
  });

  test("do not print a whole text in a message", () => {
    expect(() => checkTask("x".repeat(1000))).toThrow(/found 'x{60}…'$/);
  });
});
