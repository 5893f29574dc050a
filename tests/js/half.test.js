// SPDX-License-Identifier: Apache-2.0
// Weights in half precision: Python computes in their type, the engine in float32. How far apart that is,
// docs/differences.md says; here are the figures (tests/golden/make_half.py).

import { afterEach, expect, test } from "@jest/globals";

import { pipeline } from "../../dist/node/index.js";
import { fileOf } from "./checkpoints.js";
import { readGolden } from "./small_model.js";
import { removeCopies, use } from "./support.js";
import { bytesAs, folderWith, weights } from "./torch_forms.js";

afterEach(removeCopies);

const { texts, best } = readGolden("half.json.gz");

test.each([
  ["BF16", 0.016],
  ["F16", 0.0017],
])("in %s scores differ by at most %d, and no labels do", async (dtype, most) => {
  const file = fileOf(
    Object.fromEntries(
      Object.entries(weights).map(([name, tensor]) => [
        name,
        { ...tensor, dtype, bytes: bytesAs(name, dtype) },
      ]),
    ),
  );
  const folder = folderWith({ "model.safetensors": file });
  await use(pipeline("ner", folder, { dtype: "fp32", threads: 1 }), async (ner) => {
    const { labels } = ner.info();
    let largest = 0;
    let others = 0;
    let tokens = 0;
    for (const [i, text] of texts.entries()) {
      const records = await ner(text, { ignore_labels: [], top_k: labels.length });
      expect(records).toHaveLength(best[dtype][i].length);
      for (const [j, [label, score]] of best[dtype][i].entries()) {
        const { entity, labels: all } = records[j];
        const ours = all.find((each) => each.label === labels[label]).score;
        largest = Math.max(largest, Math.abs(ours - score));
        others += entity === labels[label] ? 0 : 1;
        tokens++;
      }
    }
    expect({ others, tokens }).toEqual({ others: 0, tokens: 4156 });
    expect(largest).toBeLessThan(most);
    expect(largest).toBeGreaterThan(most / 3); // or it was not computed in half precision there
  });
});
