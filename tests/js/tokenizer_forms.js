// SPDX-License-Identifier: Apache-2.0
// The five forms in which XLM-R's tokenizer comes, made of one vocabulary:
//
//   published    tokenizer.json as xlm-roberta's authors published it, for transformers 4
//   converted    tokenizer.json as transformers 4.57.6 converts the vocabulary
//   saved        as transformers 5.24 saves the published one again
//   vocabulary   sentencepiece.bpe.model alone
//   uncased      the converted one, after Lowercase, with do_lower_case
//
//   node tests/js/tokenizer_forms.js MODEL FOLDER     writes each form into a folder of FOLDER
//
// tests/golden/make_pipeline_cases.py compares `converted` and `saved` with the real packages'.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { convertedTokenizer } from "./converted_tokenizer.js";

export const formNames = ["published", "converted", "saved", "vocabulary", "uncased"];

const older = { tokenizer_class: "XLMRobertaTokenizer" };

/** Files by name, each a Buffer. */
export function tokenizerForm(name, model) {
  if (name === "vocabulary") return { "sentencepiece.bpe.model": model };
  const json = JSON.parse(convertedTokenizer(model));
  let config = older;
  const [charsmap] = json.normalizer.normalizers;
  if (name === "published" || name === "saved") {
    json.normalizer = charsmap;
    const metaspace = json.pre_tokenizer;
    json.pre_tokenizer = {
      type: "Sequence",
      pretokenizers: [{ type: "WhitespaceSplit" }, metaspace],
    };
  }
  if (name === "saved") config = savedConfig;
  if (name === "uncased") {
    json.normalizer.normalizers.unshift({ type: "Lowercase" });
    config = Object.assign({ do_lower_case: true }, older);
  }
  return {
    "tokenizer.json": Buffer.from(JSON.stringify(json)),
    "tokenizer_config.json": Buffer.from(JSON.stringify(config)),
  };
}

const savedConfig = {
  add_prefix_space: true,
  backend: "tokenizers",
  bos_token: "<s>",
  cls_token: "<s>",
  eos_token: "</s>",
  is_local: true,
  local_files_only: false,
  mask_token: "<mask>",
  model_max_length: 1000000000000000019884624838656,
  pad_token: "<pad>",
  sep_token: "</s>",
  tokenizer_class: "XLMRobertaTokenizer",
  unk_token: "<unk>",
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , model, folder] = process.argv;
  for (const name of formNames) {
    const form = path.join(folder, name);
    mkdirSync(form, { recursive: true });
    for (const [file, bytes] of Object.entries(tokenizerForm(name, readFileSync(model)))) {
      writeFileSync(path.join(form, file), bytes);
    }
  }
}
