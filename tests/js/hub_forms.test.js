// SPDX-License-Identifier: Apache-2.0
// Every form of a checkpoint from the hub gives what it gives from a folder, and is pulled whole.

import { afterEach, expect, test } from "@jest/globals";

import { pipeline } from "../../dist/node/index.js";
import { context, useHub } from "./hub_support.js";
import { filesOf as hubFilesOf } from "./hub_server.js";
import { removeCopies, run, sentence, use } from "./support.js";
import { filesOf, folderWith, formNames, weightsFileOf } from "./torch_forms.js";

useHub();
afterEach(removeCopies);

const all = { ignore_labels: [], top_k: 9 };

test.each(formNames)("%s", async (form) => {
  const folder = folderWith(filesOf(form));
  const expected = await use(pipeline("ner", folder), (ner) => ner(sentence, all));
  context.hub.models["acme/form"] = { files: hubFilesOf(folder) };

  const env = { HF_ENDPOINT: context.hub.endpoint, HF_HUB_CACHE: context.cache };
  const { code, stdout } = await run(["models", "pull", "acme/form", "--json"], { env });
  expect({ code, weights: JSON.parse(stdout).weights }).toEqual({
    code: 0,
    weights: weightsFileOf(form),
  });
  await context.hub.close();
  await use(pipeline("ner", "acme/form", { local_files_only: true }), async (ner) => {
    expect(ner.info()).toMatchObject({ model: "acme/form", weights: weightsFileOf(form) });
    expect(await ner(sentence, all)).toEqual(expected);
  });
});

test("shards count in the totals from the first weights on", async () => {
  const files = hubFilesOf(folderWith(filesOf("shards")));
  context.hub.models["acme/form"] = { files };
  const totals = new Map();
  const progress_callback = ({ phase, file, overall }) => {
    if (phase === "download") totals.set(file, overall.total);
  };
  await use(pipeline("ner", "acme/form", { progress_callback }), () => {});
  const shards = [...totals].filter(([file]) => /^model-.*safetensors$/.test(file));
  expect(shards.length).toBeGreaterThan(1);
  expect(new Set(shards.map(([, total]) => total)).size).toBe(1);
});
