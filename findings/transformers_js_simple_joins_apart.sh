#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# @huggingface/transformers 4.3.2 (npm): aggregation_strategy 'simple' joins entities across the words
# between them.
#
# Tokens labelled with one of `ignore_labels`, by default O, are left out before neighbours are grouped,
# so an I- token goes on with whatever entity of its kind came last, however far before: "Ada met in Paris
# yesterday Lovelace", labelled B-PER O O O O I-PER, has one person, "Ada Lovelace". With
# `ignore_labels: []` it has two. The Python pipeline of the same name groups first and leaves out
# afterwards, so that it has two in both cases. Records have no offsets by which a caller could tell.
#
# Seen with Node 20. Fails if that is no longer so. Needs node, npm and its registry.
set -eu

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts @huggingface/transformers@4.3.2

cat > group.mjs <<'JAVASCRIPT'
import { PreTrainedTokenizer, Tensor, TokenClassificationPipeline } from "@huggingface/transformers";

const words = ["<unk>", "Ada", "met", "in", "Paris", "yesterday", "Lovelace"];
const tokenizer = new PreTrainedTokenizer(
  {
    version: "1.0",
    added_tokens: [],
    normalizer: null,
    pre_tokenizer: { type: "Whitespace" },
    post_processor: null,
    decoder: null,
    model: {
      type: "WordLevel",
      vocab: Object.fromEntries(words.map((word, id) => [word, id])),
      unk_token: "<unk>",
    },
  },
  { unk_token: "<unk>", pad_token: "<unk>", model_max_length: 16 },
);

// A model that is sure of its labels: a row of three logits for each token.
const labels = ["O", "B-PER", "I-PER"];
const labelOf = { Ada: 1, Lovelace: 2 };
const model = Object.assign(
  async ({ input_ids: { data, dims } }) => {
    const ids = Array.from(data, Number);
    const rows = ids.flatMap((id) => labels.map((_, i) => (i === (labelOf[words[id]] ?? 0) ? 9 : 0)));
    return { logits: new Tensor("float32", Float32Array.from(rows), [...dims, labels.length]) };
  },
  { config: { id2label: labels } },
);

const find = new TokenClassificationPipeline({ task: "token-classification", model, tokenizer });
const text = "Ada met in Paris yesterday Lovelace";
for (const ignore_labels of [["O"], []]) {
  const found = await find(text, { aggregation_strategy: "simple", ignore_labels });
  const people = found.filter(({ entity_group }) => entity_group === "PER");
  console.log(JSON.stringify(ignore_labels), people.map(({ word }) => word).join(" | "));
}
JAVASCRIPT

node group.mjs > out.txt
cat out.txt
cat > expected.txt <<'TEXT'
["O"] Ada Lovelace
[] Ada | Lovelace
TEXT
diff expected.txt out.txt
