// SPDX-License-Identifier: Apache-2.0

import { describe, expect, test } from "@jest/globals";

import { blobFiles } from "#js/files/blob_files.js";
import { GivenFiles } from "#js/files/given_files.js";

const context = { signal: new AbortController().signal, onProgress: () => {} };
const blob = (text) => new Blob([text]);
const model = (files) =>
  blobFiles("m", new Map(Object.entries(files).map(([k, v]) => [k, blob(v)])));
const given = (files, parts) =>
  new GivenFiles(files, { config: undefined, files: new Map(), ...parts });
const textOf = async (files, name) => new TextDecoder().decode(await files.read(name, context));

describe("files", () => {
  const files = given(model({ "config.json": "{}", "weights/part": "theirs" }), {
    files: new Map([
      ["onnx/model.onnx_data", blob("given")],
      ["onnx/model.onnx_data_1", "weights/part"],
      ["onnx/model.onnx_data_2", "weights/none"],
    ]),
  });

  test("that are given are there, and read, and opened", async () => {
    expect(await files.has("onnx/model.onnx_data")).toBe(true);
    expect(await files.sizeOf("onnx/model.onnx_data")).toBe(5);
    expect(await textOf(files, "onnx/model.onnx_data")).toBe("given");
    const access = await files.open("onnx/model.onnx_data", context);
    expect(new TextDecoder().decode(await access.read(1, 3, context.signal))).toBe("iv");
  });

  test("that another one stands for are that one", async () => {
    expect(await files.has("onnx/model.onnx_data_1")).toBe(true);
    expect(await textOf(files, "onnx/model.onnx_data_1")).toBe("theirs");
    expect(await files.has("onnx/model.onnx_data_2")).toBe(false);
    await expect(files.read("onnx/model.onnx_data_2", context)).rejects.toThrow(
      "expected weights/none in the model m, found no such file",
    );
  });

  test("that are given are not fetched, others by their own names", async () => {
    const fetched = [];
    const remote = {
      ...model({}),
      fetch: async (names) => fetched.push(...names),
    };
    const names = ["config.json", "onnx/model.onnx_data", "onnx/model.onnx_data_1"];
    await given(remote, {
      files: new Map([
        [names[1], blob("given")],
        [names[2], "weights/part"],
      ]),
    }).fetch(names, context);
    expect(fetched).toEqual(["config.json", "weights/part"]);
  });
});

test("what is known of the model is still known", () => {
  const own = { ...model({}), revision: "abc", offline: "no network", refusal: 403 };
  const files = given(own, {});
  const { name, revision, offline, refusal, adapter } = files;
  expect({ name, revision, offline, refusal, adapter }).toEqual({
    name: "m",
    revision: "abc",
    offline: "no network",
    refusal: 403,
    adapter: undefined,
  });
});

describe("entries of config.json", () => {
  const config = { id2label: { 0: "O" } };

  test("replace the model's", async () => {
    const files = given(model({ "config.json": '{"id2label": {"0": "X", "1": "Y"}, "a": 1}' }), {
      config,
    });
    expect(JSON.parse(await textOf(files, "config.json"))).toEqual({ id2label: { 0: "O" }, a: 1 });
  });

  test("are all there is where the model has none, or no JSON", async () => {
    for (const files of [{}, { "config.json": "<html>" }, { "config.json": "null" }]) {
      expect(JSON.parse(await textOf(given(model(files), { config }), "config.json"))).toEqual(
        config,
      );
    }
  });
});
