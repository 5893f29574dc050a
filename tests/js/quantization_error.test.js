// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

import { quantizationError } from "#js/weights/quantization_error.js";

test("distances are in parts of the exact logits' range, and a token whose best label changed counts", () => {
  expect(quantizationError([0, 4, 2, 1], [0, 3, 1.5, 2], 2)).toEqual({
    tokens: 2,
    logit_range: 4,
    largest: 0.25,
    mean: (0 + 1 + 0.5 + 1) / 4 / 4,
    changed_labels: 1,
  });
});

test("equal logits have no error", () => {
  expect(quantizationError([1, 2, 3], [1, 2, 3], 3)).toEqual({
    tokens: 1,
    logit_range: 2,
    largest: 0,
    mean: 0,
    changed_labels: 0,
  });
});
