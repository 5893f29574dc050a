// SPDX-License-Identifier: Apache-2.0
// Every form that a checkpoint is published in gives what model.safetensors gives, and no file of any
// form does harm.

import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, readlinkSync, writeFileSync } from "node:fs";
import path from "node:path";

import { afterEach, beforeAll, describe, expect, test } from "@jest/globals";

import { CheckpointError, ModelFileError, pipeline } from "../../dist/node/index.js";
import { fileOf } from "./checkpoints.js";
import { golden, removeCopies, run, sentence, tiny, use } from "./support.js";
import { bytesAs, filesOf, folderWith, formNames, weights, weightsFileOf } from "./torch_forms.js";
import { zipOf } from "./zip_file.js";

afterEach(removeCopies);

const texts = golden.cases.map(({ text }) => text);

/** The model.safetensors of a form's numbers. */
function safetensorsOf(form) {
  const dtype = form.includes("bf16") ? "BF16" : form.includes("f16") ? "F16" : "F32";
  return fileOf(
    Object.fromEntries(
      Object.entries(weights).map(([name, tensor]) => [
        name,
        { ...tensor, dtype, bytes: bytesAs(name, dtype) },
      ]),
    ),
  );
}

/** Probabilities of all labels of all tokens: equal to the bit where the logits are. */
function probabilities(folder, dtype) {
  return use(
    pipeline("ner", folder, { dtype, cache_quantized: false, threads: 1 }),
    async (ner) => ({
      info: ner.info(),
      records: await ner(texts, { ignore_labels: [], top_k: 9 }),
    }),
  );
}

test("the forms are those that are published", () => {
  expect(formNames.map((form) => [form, weightsFileOf(form)])).toEqual([
    ["bin-shards", "pytorch_model.bin.index.json"],
    ["legacy", "pytorch_model.bin"],
    ["shards", "model.safetensors.index.json"],
    ["zip", "pytorch_model.bin"],
    ["zip-bf16-parameters", "pytorch_model.bin"],
    ["zip-f16", "pytorch_model.bin"],
  ]);
});

describe.each(formNames)("%s", (form) => {
  test.each(["fp32", "q8"])("gives what model.safetensors gives, in %s", async (dtype) => {
    const folder = folderWith(filesOf(form));
    const expected = folderWith({ "model.safetensors": safetensorsOf(form) });
    const { info, records } = await probabilities(folder, dtype);
    expect(info).toMatchObject({ weights: weightsFileOf(form), backend: "xnnpack", dtype });
    expect(records.flat().length).toBeGreaterThan(100);
    expect(records).toEqual((await probabilities(expected, dtype)).records);
  });

  test("converts to what model.safetensors converts to", async () => {
    const files = filesOf(form);
    const folder = folderWith(files);
    const expected = folderWith({ "model.safetensors": safetensorsOf(form) });
    const { code, stdout, stderr } = await run(["convert", folder, "--json"]);
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect((await run(["convert", expected])).code).toBe(0);
    const parts = Object.keys(files)
      .filter((name) => !name.endsWith(".json"))
      .sort();
    const bytes = Buffer.concat(parts.map((name) => files[name]));
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    expect(JSON.parse(stdout)).toMatchObject({ source_bytes: bytes.length, source_sha256: sha256 });
    const [made, wanted] = [folder, expected].map((each) => {
      const file = readFileSync(path.join(each, "model.q8.safetensors"));
      return file.subarray(8 + Number(file.readBigUInt64LE()));
    });
    expect(made.equals(wanted)).toBe(true);
  });
});

describe("refuses", () => {
  let attack;
  const marker = path.join(tiny, "attacked");
  beforeAll(() => {
    const text = (value) => {
      const size = Buffer.alloc(4);
      size.writeUInt32LE(Buffer.byteLength(value));
      return Buffer.concat([Buffer.from("X"), size, Buffer.from(value)]);
    };
    attack = Buffer.concat([
      Buffer.from("\x80\x02cos\nsystem\n(", "latin1"),
      text(`touch ${marker}`),
      Buffer.from("tR."),
    ]);
  });

  const magic = Buffer.from("80028a0a6cfc9c46f9206aa850192e", "hex");
  const zipped = (pickle) => ({ "pytorch_model.bin": zipOf({ "archive/data.pkl": pickle }) });

  async function expectRefused(files, message, Refusal = CheckpointError) {
    const folder = folderWith(files);
    const error = await pipeline("ner", folder).catch((cause) => cause);
    expect(error).toBeInstanceOf(Refusal);
    expect(error.message).toContain(message);
    expect(error.message).toContain(folder);
    const converted = await run(["convert", folder]);
    expect(converted).toMatchObject({ code: 1, stdout: "" });
    expect(converted.stderr).toContain(message);
    expect(existsSync(marker)).toBe(false);
    expect(openFiles(folder)).toEqual([]);
  }

  /** The files in `folder` that this process or a thread of it has open; only Linux tells. */
  function openFiles(folder) {
    const handles = "/proc/self/fd";
    if (!existsSync(handles)) return [];
    return readdirSync(handles)
      .map((handle) => {
        try {
          return readlinkSync(path.join(handles, handle));
        } catch {
          return ""; // the handle with which this folder was read
        }
      })
      .filter((file) => file.startsWith(folder));
  }

  test("a pickle that would run something, and the next load works", async () => {
    await expectRefused(
      zipped(attack),
      "expected a name that a state dict needs, found GLOBAL os.",
    );
    await expectRefused(
      { "pytorch_model.bin": Buffer.concat([magic, attack]) },
      "byte 17: expected a name that a state dict needs, found GLOBAL os.system",
    );
    const [found] = await use(pipeline("ner", folderWith(filesOf("zip"))), (ner) =>
      ner([sentence]),
    );
    expect(found).not.toEqual([]);
  });

  test.each([
    ["deep nesting", Buffer.alloc(1_000_000, "("), "expected at most 256 marks"],
    ["a huge length", Buffer.from("\x80\x02X\xff\xff\xff\xffabc", "latin1"), "4294967295 bytes"],
    ["a huge index", Buffer.from("\x80\x02Nr\xff\xff\xff\xff.", "latin1"), "of the memo below"],
    ["an empty pickle", Buffer.alloc(0), "expected STOP, found the pickle's end"],
  ])("%s", async (_, pickle, message) => {
    await expectRefused(zipped(pickle), message);
  });

  test("overlapping entries", async () => {
    const archive = zipOf({ "archive/data.pkl": "1234", "archive/data/0": "5678" });
    // The second entry's place in the directory becomes the first's.
    const last = archive.lastIndexOf("archive/data/0") - 4;
    archive.writeUInt32LE(0, last);
    await expectRefused({ "pytorch_model.bin": archive }, "checkpoint: zip: archive/data");
  });

  test("what is no file of torch.save()", async () => {
    const page = "<!doctype html><title>404</title>";
    await expectRefused({ "pytorch_model.bin": page }, "expected a file of torch.save()");
  });

  test("an index that names a path, is none, or is too long", async () => {
    const name = "pytorch_model.bin.index.json";
    const index = (file) => JSON.stringify({ weight_map: { a: file } });
    await expectRefused(
      { [name]: index("../pytorch_model.bin") },
      "weight_map.a: expected the name",
    );
    await expectRefused({ [name]: index("/etc/passwd.bin") }, "weight_map.a: expected the name");
    await expectRefused({ [name]: "" }, "checkpoint index: expected JSON");
    const long = { [name]: Buffer.alloc(2 ** 23 + 1, " ") };
    await expectRefused(long, `${name} of at most 8 MiB`, ModelFileError);
  });

  test("files that do not hold what their index says", async () => {
    const files = filesOf("shards");
    const [index, one, two] = [
      "model.safetensors.index.json",
      "model-00001-of-00004.safetensors",
      "model-00002-of-00004.safetensors",
    ];
    await expectRefused({ ...files, [one]: files[two] }, `found it in ${one}`);
    await expectRefused({ ...files, [one]: fileOf({}) }, `expected it in ${one}, found no such`);
    await expectRefused({ ...files, [two]: files[two].subarray(0, -1) }, "behind the header");
    const map = JSON.parse(files[index]);
    delete map.weight_map["classifier.bias"];
    await expectRefused(
      { ...files, [index]: JSON.stringify(map) },
      "classifier.bias: expected it in",
    );
  });
});

test("a shard that is missing is named", async () => {
  const files = filesOf("shards");
  delete files["model-00002-of-00004.safetensors"];
  await expect(pipeline("ner", folderWith(files))).rejects.toMatchObject({
    code: "model_file",
    message: expect.stringContaining("model-00002-of-00004.safetensors"),
  });
});

test("model.safetensors is preferred to other forms", async () => {
  const folder = folderWith({ ...filesOf("zip"), ...filesOf("shards") });
  await use(pipeline("ner", folder), (ner) =>
    expect(ner.info().weights).toBe("model.safetensors.index.json"),
  );
  writeFileSync(path.join(folder, "model.safetensors"), safetensorsOf("zip"));
  await use(pipeline("ner", folder), (ner) => expect(ner.info().weights).toBe("model.safetensors"));
});
