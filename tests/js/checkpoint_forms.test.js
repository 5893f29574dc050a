// SPDX-License-Identifier: Apache-2.0
// Checkpoints in the less common forms that torch and transformers write, as from_pretrained() reads
// them; and those that other libraries quantised, which are refused by name.

import { writeFileSync } from "node:fs";
import path from "node:path";

import { afterEach, describe, expect, test } from "@jest/globals";

import { pipeline } from "../../dist/node/index.js";
import { fileOf } from "./checkpoints.js";
import { folderOf, largestDifference, probabilitiesOf, readGolden } from "./small_model.js";
import { removeCopies, run, use } from "./support.js";

afterEach(removeCopies);

const { forms, probabilities } = readGolden("checkpoint_forms.json.gz");
const options = { dtype: "fp32", cache_quantized: false, threads: 1 };

const unused =
  "7 tensors of the checkpoint are not used: token_type_ids, position_ids, loss_fct.weight, " +
  "crf.transitions, crf.mask and 2 more";
const remarks = {
  surplus: [unused],
  "surplus-safetensors": [expect.stringMatching(/^6 tensors of the checkpoint are not used: /)],
  subclass: [
    "config.json names MyXLMRobertaForNER: the weights are used as those of " +
      "XLMRobertaForTokenClassification",
  ],
};

describe.each(Object.keys(forms))("%s", (form) => {
  test("gives the probabilities of transformers", async () => {
    const folder = folderOf(forms[form].files);
    await use(pipeline("ner", folder, options), async (ner) => {
      const expected = probabilities[forms[form].probabilities];
      expect(largestDifference(await probabilitiesOf(ner), expected)).toBeLessThan(2e-6);
      expect(ner.info().remarks).toEqual(remarks[form] ?? []);
    });
  });

  test("converts, and loads as q8", async () => {
    const folder = folderOf(forms[form].files);
    const found = await use(pipeline("ner", folder, { cache_quantized: false }), probabilitiesOf);
    const { code, stderr } = await run(["convert", folder]);
    expect({ code, stderr }).toMatchObject({ code: 0 });
    await use(pipeline("ner", folder), async (ner) => {
      expect(ner.info().weights).toBe("model.q8.safetensors");
      expect(await probabilitiesOf(ner)).toEqual(found);
    });
  });
});

test("labels without names are LABEL_0 and LABEL_1", async () => {
  await use(pipeline("ner", folderOf(forms["two-labels"].files), options), (ner) => {
    expect(ner.info().labels).toEqual(["LABEL_0", "LABEL_1"]);
  });
});

test("info prints remarks", async () => {
  const { stdout } = await run(["info", "--model", folderOf(forms.surplus.files)]);
  expect(stdout).toContain(`\nremark: ${unused}\n`);
});

test("an architecture without the classifier is named beside the tensor that is missing", async () => {
  const folder = folderOf(forms.subclass.files);
  const config = JSON.parse(Buffer.from(forms.subclass.files["config.json"], "base64"));
  config.architectures = ["XLMRobertaForMaskedLM"];
  config.num_hidden_layers = 3;
  writeFileSync(path.join(folder, "config.json"), JSON.stringify(config));
  await expect(pipeline("ner", folder)).rejects.toMatchObject({
    code: "invalid_checkpoint",
    message: expect.stringMatching(/layer\.2\..*no such tensor; config.json names XLMRobertaForM/),
  });
});

describe("quantised by another library", () => {
  const { forms: quantised } = readGolden("quantised_forms.json.gz");

  function folderOfQuantised({ config, tensors }) {
    const folder = folderOf({});
    const sizes = { F32: 4, F16: 2, I8: 1, U8: 1 };
    const file = fileOf(
      Object.fromEntries(
        Object.entries(tensors).map(([name, [dtype, shape]]) => {
          const size = shape.reduce((product, each) => product * each, sizes[dtype]);
          return [name, { dtype, shape, bytes: new Uint8Array(size) }];
        }),
      ),
    );
    writeFileSync(path.join(folder, "config.json"), JSON.stringify(config));
    writeFileSync(path.join(folder, "model.safetensors"), file);
    return folder;
  }

  test.each([
    ["bitsandbytes-8", "bitsandbytes", "bitsandbytes (8 bits)"],
    ["bitsandbytes-4", "bitsandbytes", "bitsandbytes (4 bits)"],
    ["torchao", "torchao", "torchao"],
  ])("%s is refused by name", async (form, method, byTensors) => {
    const folder = folderOfQuantised(quantised[form]);
    await expect(pipeline("ner", folder)).rejects.toMatchObject({
      code: "invalid_config",
      message: expect.stringMatching(
        `config.json: quantization_config: expected .* found ${method}: use the checkpoint`,
      ),
    });
    const converted = await run(["convert", folder]);
    expect(converted).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`found ${method}`),
    });

    // Where only the tensors tell.
    const config = { ...quantised[form].config };
    delete config.quantization_config;
    writeFileSync(path.join(folder, "config.json"), JSON.stringify(config));
    await expect(pipeline("ner", folder)).rejects.toMatchObject({
      code: "invalid_checkpoint",
      message: expect.stringContaining(`found weights quantised by ${byTensors}`),
    });
  });

  test("a method without a proper name is not quoted", async () => {
    const folder = folderOf(forms.subclass.files);
    const config = JSON.parse(Buffer.from(forms.subclass.files["config.json"], "base64"));
    for (const method of [7, null, "a\nb", "x".repeat(5000), ""]) {
      config.quantization_config = { quant_method: method };
      writeFileSync(path.join(folder, "config.json"), JSON.stringify(config));
      await expect(pipeline("ner", folder)).rejects.toMatchObject({
        code: "invalid_config",
        message: expect.stringContaining("found an unnamed method: use the checkpoint"),
      });
    }
  });

  test("an empty quantization_config says nothing", async () => {
    const folder = folderOf(forms.subclass.files);
    const config = JSON.parse(Buffer.from(forms.subclass.files["config.json"], "base64"));
    config.quantization_config = null;
    writeFileSync(path.join(folder, "config.json"), JSON.stringify(config));
    await use(pipeline("ner", folder, options), (ner) => ner("Paris"));
  });
});
