// SPDX-License-Identifier: Apache-2.0
// Models of files that the caller has, as a page gives them; Node takes them as well.

import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";

import { describe, expect, test } from "@jest/globals";

import { pipeline } from "../../dist/node/index.js";
import { BlobAccess } from "#js/files/blob_files.js";
import { checkModel } from "#js/files/model_source.js";
import { sentence, tiny, use } from "./support.js";

const { signal } = new AbortController();
const names = readdirSync(tiny).filter((name) => /json$|model$|safetensors$/.test(name));
const blobOf = (name) => new Blob([readFileSync(path.join(tiny, name))]);
const expected = () => use(pipeline("ner", tiny), (classify) => classify(sentence));

/** A File of a chosen folder, which knows where in it it was. */
function inFolder(folder, name) {
  const file = new File([blobOf(name)], name);
  return Object.defineProperty(file, "webkitRelativePath", { value: `${folder}/${name}` });
}

describe("a model is loaded from", () => {
  test("Files", async () => {
    const files = names.map((name) => new File([blobOf(name)], name));
    const found = await use(pipeline("ner", files), async (classify) => [
      await classify(sentence),
      classify.info().model,
    ]);
    expect(found).toEqual([await expected(), "files"]);
  });

  test("the Files of a folder that was chosen, with others beside and below it", async () => {
    const files = names.map((name) => inFolder("home/ner", name));
    files.push(inFolder("home/ner/checkpoint-1", "config.json"), inFolder("home", names[0]));
    const rest = files.filter(
      ({ webkitRelativePath }) => !/^home\/config/.test(webkitRelativePath),
    );
    const found = await use(pipeline("ner", rest), async (classify) => [
      await classify(sentence),
      classify.info().model,
    ]);
    expect(found).toEqual([await expected(), "ner"]);
  });

  test("Blobs by name", async () => {
    const model = Object.fromEntries(names.map((name) => [name, blobOf(name)]));
    expect(await use(pipeline("ner", model), (classify) => classify(sentence))).toEqual(
      await expected(),
    );
  });
});

test("files without a configuration are refused, with what was found", () => {
  expect(() => checkModel([new File([], "a.txt"), new File([], "b.txt")])).toThrow(
    /^expected config.json among the files of the model, found a.txt, b.txt$/,
  );
  expect(() => checkModel([])).toThrow(/found no files$/);
});

test("a model without weights is refused as one in a folder is", async () => {
  const files = names
    .filter((name) => !/safetensors/.test(name))
    .map((name) => inFolder("m", name));
  await expect(pipeline("ner", files)).rejects.toMatchObject({
    code: "model_file",
    message: expect.stringMatching(/^expected weights in the model folder m, found none of/),
  });
});

test("slices are the bytes they name, in any order and across what is read ahead", async () => {
  const bytes = Uint8Array.from({ length: 20_000_000 }, (_, i) => (i * 2654435761) >>> 24);
  const access = new BlobAccess(new Blob([bytes]), "blob");
  const ranges = [
    ...[
      [0, 8],
      [8, 100],
      [16_777_210, 16_777_220],
      [0, 17_000_000],
      [19_999_999, 20_000_000],
      [3, 3],
    ],
  ];
  for (const [begin, end] of ranges) {
    const found = await access.read(begin, end, signal);
    expect(Buffer.compare(found, bytes.subarray(begin, end))).toBe(0);
  }
  const together = await Promise.all(ranges.map(([begin, end]) => access.read(begin, end, signal)));
  together.forEach((found, i) => {
    expect(Buffer.compare(found, bytes.subarray(...ranges[i]))).toBe(0);
  });
  await expect(access.read(0, 1, AbortSignal.abort("enough"))).rejects.toBe("enough");
});
