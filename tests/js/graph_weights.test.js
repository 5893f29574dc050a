// SPDX-License-Identifier: Apache-2.0
// Weights that memory does not hold; tests/js/xlmr_graph.test.js has those that it does.

import { expect, test } from "@jest/globals";

import { CheckpointError } from "#js/base/errors.js";
import { loadWeights, planBytes, planNumbers } from "#js/webgpu/graph_weights.js";

/** More than any array has. */
const many = 2 ** 53;
const never = () => Promise.reject(new Error("not wanted"));

test.each([
  ["the weight itself", planNumbers("w", "float", many / 4, never), {}],
  ["a part of it", planNumbers("w", "float16", 1, () => new Float32Array(many)), {}],
  ["what is copied", planBytes("w", 3), { bytes: () => new Uint8Array(many) }],
])("where %s has no memory, that is the GPU's failure", async (_, plan, reader) => {
  await expect(loadWeights([plan], reader, () => {})).rejects.toMatchObject({
    code: "backend",
    message: `w: expected memory for its ${plan.size} bytes, found less`,
    cause: { name: "RangeError" },
  });
});

test("any other error is what it was", async () => {
  const plan = planBytes("w", 3);
  const bytes = () => Promise.reject(new CheckpointError("w: expected a tensor"));
  await expect(loadWeights([plan], { bytes }, () => {})).rejects.toMatchObject({
    code: "invalid_checkpoint",
    message: "w: expected a tensor",
  });
});
