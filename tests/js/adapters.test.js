// SPDX-License-Identifier: Apache-2.0
// LoRA adapters, merged while the weights are read: the probabilities of peft's merge_and_unload() and of
// from_pretrained() of transformers (tests/golden/make_adapters.py).

import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";

import { pipeline } from "../../dist/node/index.js";
import {
  adapterFolder,
  editAdapterConfig,
  folderOf,
  largestDifference,
  probabilitiesOf,
  readGolden,
} from "./small_model.js";
import { commitOf, filesOf, startHub } from "./hub_server.js";
import { golden, removeCopies, run, use } from "./support.js";

afterEach(removeCopies);

const { adapters, base, others } = readGolden("adapters.json.gz");
const fp32 = { dtype: "fp32", cache_quantized: false, threads: 1 };

/** 200 texts: those of the tiny model, in pieces and together. */
function manyTexts() {
  const words = golden.cases.flatMap(({ text }) => text.split(/\s+/)).filter((word) => word !== "");
  return Array.from({ length: 200 }, (_, i) =>
    Array.from({ length: 1 + (i % 9) }, (_, j) => words[(7 * i + 3 * j) % words.length]).join(" "),
  );
}

describe.each(Object.keys(adapters))("%s", (form) => {
  test("beside the weights gives the probabilities of Python", async () => {
    const folder = adapterFolder(adapters[form], "acme/not-asked-for", base);
    await use(pipeline("ner", folder, fp32), async (ner) => {
      const expected = adapters[form].probabilities;
      expect(largestDifference(await probabilitiesOf(ner), expected)).toBeLessThan(1e-5);
      expect(ner.info()).toMatchObject({ weights: "model.safetensors", model: folder });
    });
  });

  test("alone, its base model in another folder, does so, too", async () => {
    const folder = adapterFolder(adapters[form], path.relative(process.cwd(), folderOf(base)));
    await use(pipeline("ner", folder, fp32), async (ner) => {
      const expected = adapters[form].probabilities;
      expect(largestDifference(await probabilitiesOf(ner), expected)).toBeLessThan(1e-5);
    });
  });
});

describe.each(Object.keys(adapters).filter((form) => "merged" in adapters[form]))("%s", (form) => {
  const texts = manyTexts();
  const labelsOf = async (ner) =>
    (await ner(texts, { ignore_labels: [] })).map((records) =>
      records.map(({ entity, word }) => `${entity} ${word}`),
    );

  test.each(["fp32", "q8"])("labels 200 texts as merged weights do, in %s", async (dtype) => {
    const options = { ...fp32, dtype };
    const merged = folderOf(adapters[form].merged);
    const expected = await use(pipeline("ner", merged, options), labelsOf);
    expect(new Set(expected.flat()).size).toBeGreaterThan(50);
    const found = await use(
      pipeline("ner", adapterFolder(adapters[form], "", base), options),
      labelsOf,
    );
    expect(found).toEqual(expected);
    const plain = await use(pipeline("ner", folderOf(base), options), labelsOf);
    expect(found).not.toEqual(plain);
  });
});

test("merges into a base model of any form", async () => {
  const { forms } = readGolden("checkpoint_forms.json.gz");
  for (const form of ["strided", "float64", "float64-safetensors"]) {
    const folder = adapterFolder(adapters.patterns, "", forms[form].files);
    await use(pipeline("ner", folder, fp32), async (ner) => {
      const expected = adapters.patterns.probabilities;
      expect(largestDifference(await probabilitiesOf(ner), expected)).toBeLessThan(1e-5);
    });
  }
});

test("merges into an encoder that was saved alone, whose tensors have no prefix", async () => {
  const folder = adapterFolder(adapters.patterns, "", base);
  const file = path.join(folder, "model.safetensors");
  const bytes = readFileSync(file);
  const end = 8 + Number(bytes.readBigUInt64LE());
  const header = JSON.parse(bytes.subarray(8, end));
  const names = Object.keys(header);
  const short = names.map((name) => [name.replace(/^roberta\./, ""), header[name]]);
  expect(names.filter((name) => name.startsWith("roberta.")).length).toBeGreaterThan(30);
  const json = JSON.stringify(Object.fromEntries(short)).padEnd(end - 8);
  writeFileSync(
    file,
    Buffer.concat([bytes.subarray(0, 8), Buffer.from(json), bytes.subarray(end)]),
  );
  await use(pipeline("ner", folder, fp32), async (ner) => {
    const expected = adapters.patterns.probabilities;
    expect(largestDifference(await probabilitiesOf(ner), expected)).toBeLessThan(1e-5);
  });
});

test("files that were dropped, without config.json, have their base model elsewhere", async () => {
  const folder = adapterFolder(adapters.plain, folderOf(base));
  const files = Object.fromEntries(
    Object.entries(filesOf(folder)).map(([name, bytes]) => [name, new Blob([bytes])]),
  );
  await use(pipeline("ner", files, fp32), async (ner) => {
    const expected = adapters.plain.probabilities;
    expect(largestDifference(await probabilitiesOf(ner), expected)).toBeLessThan(1e-5);
  });
});

test("without an own tokenizer it has the base model's", async () => {
  const folder = adapterFolder(adapters.plain, folderOf(base));
  rmSync(path.join(folder, "sentencepiece.bpe.model"));
  await use(pipeline("ner", folder, fp32), async (ner) => {
    const expected = adapters.plain.probabilities;
    expect(largestDifference(await probabilitiesOf(ner), expected)).toBeLessThan(1e-5);
  });
});

describe("from the hub", () => {
  let hub;
  let cache_dir;
  beforeEach(async () => {
    const adapter = filesOf(adapterFolder(adapters.patterns, "acme/base"));
    hub = await startHub({
      models: {
        "acme/adapter": { files: adapter },
        "acme/base": { files: filesOf(folderOf(base)) },
      },
    });
    cache_dir = mkdtempSync(path.join(tmpdir(), "xlmr-ner-adapter-"));
  });
  afterEach(async () => {
    await hub.close();
    rmSync(cache_dir, { recursive: true });
  });

  const expectMerged = async (options) => {
    const { endpoint } = hub;
    await use(
      pipeline("ner", "acme/adapter", { ...fp32, endpoint, cache_dir, ...options }),
      async (ner) => {
        const expected = adapters.patterns.probabilities;
        expect(largestDifference(await probabilitiesOf(ner), expected)).toBeLessThan(1e-5);
        expect(ner.info().model).toBe("acme/adapter");
      },
    );
  };

  test("an adapter alone is merged into its base model, which is fetched, too", async () => {
    await expectMerged({});
    const fetched = hub.requests.map(({ url }) => url);
    expect(fetched).toContainEqual(expect.stringMatching(/acme\/base.*model\.safetensors/));
    await hub.close();
    await expectMerged({ local_files_only: true });
  });

  test("at the revision that its configuration names", async () => {
    const { files } = hub.models["acme/adapter"];
    const config = JSON.parse(files["adapter_config.json"]);
    config.revision = commitOf(hub.models["acme/base"]);
    files["adapter_config.json"] = Buffer.from(JSON.stringify(config));
    await expectMerged({});
    const asked = hub.requests.map(({ url }) => url);
    expect(asked).toContainEqual(
      expect.stringContaining(`/api/models/acme/base/revision/${config.revision}`),
    );
  });

  // maybe_load_adapters() of transformers 5.24: only a folder is its own base model.
  test("weights beside it are not its base model", async () => {
    const folder = adapterFolder(adapters.patterns, "acme/base", adapters.patterns.merged);
    hub.models["acme/adapter"].files = filesOf(folder);
    await expectMerged({});
  });

  test("pull fetches both", async () => {
    const env = { ...process.env, HF_ENDPOINT: hub.endpoint };
    const { code, stderr } = await run(
      ["models", "pull", "acme/adapter", "--cache-dir", cache_dir, "--dtype", "fp32"],
      { env },
    );
    expect({ code, stderr }).toMatchObject({ code: 0 });
    await hub.close();
    await expectMerged({ local_files_only: true });
  });
});

describe("convert", () => {
  test.each([
    ["in place", []],
    ["into another folder", ["--out"]],
  ])("writes merged weights %s, which need no adapter", async (_, out) => {
    const folder = adapterFolder(adapters.patterns, "", base);
    const target = out.length === 0 ? folder : path.join(folder, "converted");
    const expected = await use(
      pipeline("ner", folder, { cache_quantized: false }),
      probabilitiesOf,
    );
    const { code, stderr } = await run([
      "convert",
      folder,
      ...out.flatMap((each) => [each, target]),
    ]);
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(existsSync(path.join(target, "adapter_config.json"))).toBe(out.length === 0);
    await use(pipeline("ner", target), async (ner) => {
      expect(ner.info().weights).toBe("model.q8.safetensors");
      expect(await probabilitiesOf(ner)).toEqual(expected);
    });
  });

  test("of an adapter whose base model is elsewhere copies that one's other files", async () => {
    const folder = adapterFolder(adapters.plain, folderOf(base));
    const target = path.join(folder, "converted");
    const expected = await use(
      pipeline("ner", folder, { cache_quantized: false }),
      probabilitiesOf,
    );
    expect((await run(["convert", folder, "--out", target])).code).toBe(0);
    expect(existsSync(path.join(target, "config.json"))).toBe(true);
    expect(await use(pipeline("ner", target), probabilitiesOf)).toEqual(expected);
  });
});

test("weights that were quantised without the adapter are refused", async () => {
  const plain = folderOf(base);
  expect((await run(["convert", plain])).code).toBe(0);
  const folder = adapterFolder(adapters.plain, "", base);
  cpSync(path.join(plain, "model.q8.safetensors"), path.join(folder, "model.q8.safetensors"));
  await expect(pipeline("ner", folder)).rejects.toMatchObject({
    code: "invalid_checkpoint",
    message: expect.stringMatching(/expected published weights to apply the adapter to .*convert/),
  });
  rmSync(path.join(folder, "adapter_config.json"));
  await use(pipeline("ner", folder), (ner) => ner("Paris"));
});

describe("refuses by name", () => {
  test.each([
    ["ia3", /peft_type: expected "LORA", found "IA3"/],
    ["adalora", /peft_type: expected "LORA", found "ADALORA"/],
    ["loha", /peft_type: expected "LORA", found "LOHA"/],
    ["prompt-tuning", /peft_type: expected "LORA", found "PROMPT_TUNING"/],
    ["dora", /use_dora: expected nothing that xlmr-ner does not do, found true/],
    ["pissa", /init_lora_weights: expected a start that leaves .*, found "pissa"/],
  ])("%s", async (form, message) => {
    const folder = adapterFolder(adapters.plain, "", base);
    writeFileSync(path.join(folder, "adapter_config.json"), JSON.stringify(others[form]));
    await expect(pipeline("ner", folder)).rejects.toMatchObject({
      code: "invalid_config",
      message: expect.stringMatching(message),
    });
    const converted = await run(["convert", folder]);
    expect(converted).toMatchObject({ code: 1, stderr: expect.stringMatching(message) });
  });

  test.each([
    ["another rank", (config) => (config.r = 3), "r: expected 4, as the matrices of"],
    ["no such target", (config) => (config.target_modules = ["key"]), "target_modules: expected"],
    ["a field of the future", (config) => (config.use_magic = true), "use_magic: expected nothing"],
    ["fan_in_fan_out", (config) => (config.fan_in_fan_out = true), "fan_in_fan_out: expected"],
  ])("%s", async (_, change, message) => {
    const folder = adapterFolder(adapters.plain, "", base);
    editAdapterConfig(folder, change);
    await expect(pipeline("ner", folder)).rejects.toMatchObject({
      code: "invalid_config",
      message: expect.stringContaining(message),
    });
  });

  test("an adapter of an adapter, and of itself", async () => {
    const inner = adapterFolder(adapters.plain, folderOf(base));
    const outer = adapterFolder(adapters.plain, inner);
    const both = adapterFolder(adapters.plain, "", base);
    const itself = adapterFolder(adapters.plain, "");
    editAdapterConfig(itself, (config) => (config.base_model_name_or_path = itself));
    for (const [folder, found] of [
      [outer, inner],
      [adapterFolder(adapters.plain, both), both],
      [itself, itself],
    ]) {
      const message = `base_model_name_or_path: expected a model, found the adapter ${found}`;
      await expect(pipeline("ner", folder)).rejects.toMatchObject({
        code: "model_file",
        message: expect.stringContaining(message),
      });
    }
  });

  test("an adapter without weights, without a base model, and of another network", async () => {
    const folder = adapterFolder(adapters.plain, "", {});
    await expect(pipeline("ner", folder)).rejects.toMatchObject({
      code: "invalid_config",
      message: expect.stringContaining("base_model_name_or_path: expected a model, found none"),
    });
    rmSync(path.join(folder, "adapter_model.safetensors"));
    await expect(pipeline("ner", folder)).rejects.toMatchObject({
      code: "model_file",
      message: expect.stringContaining("expected adapter_model.safetensors or adapter_model.bin"),
    });
    const { forms } = readGolden("checkpoint_forms.json.gz");
    const other = adapterFolder(adapters.plain, "", forms["two-labels"].files);
    await expect(pipeline("ner", other)).rejects.toMatchObject({
      code: "invalid_checkpoint",
      message: expect.stringMatching(/classifier\.weight: expected .*\[2, 8\], found F32 \[5, 8\]/),
    });
  });
});
