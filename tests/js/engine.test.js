// SPDX-License-Identifier: Apache-2.0
// The engine as shipped, against PyTorch's logits (tests/golden/make_engine.py).
//
// The large shape runs its first windows only, as all 200 take minutes; with XLMR_NER_ALL_WINDOWS=1
// all of them run.

import { fork } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { describe, expect, test } from "@jest/globals";

import { fileOf, inFourBits, tensorsIn } from "./checkpoints.js";
import { makeCheckpoint, shapes, windowCount, windowOf } from "./counter_weights.js";

const labels = 9;
const gigabyte = 2 ** 30;
const major = Number(process.versions.node.split(".")[0]);
const windowsOf = (shape, count = windowCount) =>
  Array.from({ length: count }, (_, i) => windowOf(shape, i));

/** Answers to the jobs, one after the other on one core. */
function run(jobs, { threads = 1, binary = "simd", maxMemory = 4 * gigabyte } = {}) {
  return new Promise((resolve, reject) => {
    // Node 20 has relaxed SIMD behind a flag, which later ones do not know.
    const flags = binary === "relaxed" && major < 21 ? ["--experimental-wasm-relaxed-simd"] : [];
    const child = fork(fileURLToPath(new URL("./engine.child.js", import.meta.url)), {
      execArgv: flags,
      env: { ...process.env, NODE_OPTIONS: "" },
      serialization: "advanced",
    });
    child.once("message", resolve).once("error", reject);
    child.once("exit", (code) => reject(new Error(`exit ${code}`)));
    child.send({ threads, binary, maxMemory, jobs });
  });
}

const bits = (logits) => new Uint32Array(logits.buffer, logits.byteOffset, logits.length);

function largestDifference(found, expected) {
  expect(found.length).toBe(expected.length);
  let largest = 0;
  for (let i = 0; i < found.length; i++) {
    const off = Math.abs(found[i] - expected[i]);
    // A NaN is infinitely far from all.
    largest = Math.max(largest, Number.isNaN(off) ? Infinity : off);
  }
  return largest;
}

function goldenOf(name) {
  const bytes = readFileSync(new URL(`../golden/engine_${name}.bin`, import.meta.url));
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}

describe("float32 logits are PyTorch's", () => {
  const all = process.env.XLMR_NER_ALL_WINDOWS === "1";
  test.each([
    ["tiny", windowCount, 1],
    ["base", windowCount, 2],
    ["large", all ? windowCount : 40, 2],
  ])(
    "%s, %d windows",
    async (name, count, threads) => {
      const windows = windowsOf(shapes[name], count);
      const [{ logits, times, error }] = await run(
        [{ shape: shapes[name], precision: "fp32", windows }],
        { threads },
      );
      expect(error).toBeUndefined();
      const off = largestDifference(logits, goldenOf(name).subarray(0, logits.length));
      if (process.env.XLMR_NER_ALL_WINDOWS !== undefined) console.log(name, off, times);
      expect(off).toBeLessThan(1e-4);
    },
    600_000,
  );
});

describe("the embedded model", () => {
  const shape = shapes.default;
  const file = readFileSync(new URL("../../models/default/model.q8.safetensors", import.meta.url));

  test("has PyTorch's logits in float32, and stays near them in int8", async () => {
    const windows = windowsOf(shape);
    const jobs = ["fp32", "q8"].map((precision) => ({ shape, file, precision, windows }));
    const [exact, quantized] = await run(jobs, { threads: 2 });
    const expected = goldenOf("default");
    expect(largestDifference(exact.logits, expected)).toBeLessThan(1e-4);
    const best = (logits, token) => {
      const row = [...logits.subarray(token * labels, (token + 1) * labels)];
      return row.indexOf(Math.max(...row));
    };
    const tokens = expected.length / labels;
    let same = 0;
    for (let i = 0; i < tokens; i++) same += best(quantized.logits, i) === best(expected, i);
    // Of random ids, where labels are closer together than in text; agreement.mjs in models/eval has that.
    expect(same / tokens).toBeGreaterThan(0.98);
  });
});

describe("bits do not depend on", () => {
  const job = (windowsPerCall, precision = "q8") => ({
    shape: shapes.tiny,
    precision,
    windowsPerCall,
    windows: windowsOf(shapes.tiny, 60),
  });

  test.each(["fp32", "q8"])("threads and the windows of a call: %s", async (precision) => {
    const jobs = [60, 1, 7].map((count) => job(count, precision));
    const [one, two] = await Promise.all([run(jobs), run(jobs, { threads: 2 })]);
    for (const { logits } of [...one, ...two]) expect(bits(logits)).toEqual(bits(one[0].logits));
  });

  test("where in its buffer a range of the file is", async () => {
    const jobs = [0, 1, 4, 7].map((shift) => ({ ...job(60), shift }));
    const [aligned, ...others] = await run(jobs);
    for (const { logits } of others) expect(bits(logits)).toEqual(bits(aligned.logits));
  });

  test("threads, in the base shape", async () => {
    const windows = windowsOf(shapes.base, 8).slice(3);
    const jobs = [{ shape: shapes.base, precision: "q8", windows }];
    const [[one], [two]] = [await run(jobs), await run(jobs, { threads: 2 })];
    expect(one.logits).toHaveLength(windows.flatMap((ids) => [...ids]).length * labels);
    expect(bits(two.logits)).toEqual(bits(one.logits));
  });
});

// A window of one token gives attention nothing to weigh, and a classifier that selects gives the
// float product nothing to add up: all that is left are the products in int8, and the passes over
// single rows, whose steps are the same everywhere.
const select = (hidden) => {
  const weight = new Float32Array(labels * hidden);
  for (let label = 0; label < labels; label++) weight[label * (hidden + 4)] = 1;
  return {
    "classifier.weight": new Uint8Array(weight.buffer),
    "classifier.bias": new Uint8Array(labels * 4),
  };
};

describe("int8 products", () => {
  const odd = { ...shapes.tiny, hidden: 36, heads: 9, layers: 2, intermediate: 50 };
  const job = (shape, count, windowsPerCall) => ({
    shape,
    precision: "q8",
    windowsPerCall,
    change: select(shape.hidden),
    windows: Array.from({ length: count }, (_, i) => Int32Array.of(4 + 7 * i)),
  });
  const jobs = [job(odd, 61, 61), job(odd, 61, 3), job(shapes.base, 21, 21)];

  test("are the same bits in both binaries, and natively", async () => {
    const [simd, relaxed] = [await run(jobs), await run(jobs, { binary: "relaxed" })];
    expect(relaxed.map(({ variant }) => variant)).toEqual(jobs.map(() => "relaxed"));
    expect(simd.map(({ variant }) => variant)).toEqual(jobs.map(() => "simd"));
    simd.forEach(({ logits, error }, i) => {
      expect(error).toBeUndefined();
      expect(bits(relaxed[i].logits)).toEqual(bits(logits));
    });
    expect(bits(simd[1].logits)).toEqual(bits(simd[0].logits));
    expect(checksum(simd[0].logits)).toBe(4158548082);
  });

  test("make logits that differ between the binaries by rounding alone", async () => {
    const windows = windowsOf(shapes.tiny, 40);
    const all = [{ shape: shapes.tiny, precision: "fp32", windows }];
    const [[simd], [relaxed]] = [await run(all), await run(all, { binary: "relaxed" })];
    expect(largestDifference(relaxed.logits, simd.logits)).toBeLessThan(1e-5);
  });
});

describe("a file in 4 bits", () => {
  // Two blocks of the kernels' unpacking, and columns that do not fill a panel.
  const shape = { ...shapes.tiny, hidden: 64, intermediate: 1120 };
  const file = inFourBits(tensorsIn(makeCheckpoint(shape)));
  const windows = windowsOf(shape, 60);
  const job = { shape, file, windows };

  test("gives the same bits for threads and the windows of a call, in each binary", async () => {
    const jobs = [60, 1, 7].map((windowsPerCall) => ({ ...job, precision: "q8", windowsPerCall }));
    for (const binary of ["simd", "relaxed"]) {
      const [one, two] = [await run(jobs, { binary }), await run(jobs, { binary, threads: 2 })];
      for (const { logits, error } of [...one, ...two]) {
        expect(error).toBeUndefined();
        expect(bits(logits)).toEqual(bits(one[0].logits));
      }
    }
  });

  test("has products of the same bits in both binaries", async () => {
    const tensors = tensorsIn(makeCheckpoint(shape));
    for (const [name, bytes] of Object.entries(select(shape.hidden))) {
      tensors[name] = { ...tensors[name], bytes };
    }
    const alone = Array.from({ length: 61 }, (_, i) => Int32Array.of(4 + 7 * i));
    const jobs = [{ shape, file: inFourBits(tensors), precision: "q8", windows: alone }];
    const [[simd], [relaxed]] = [await run(jobs), await run(jobs, { binary: "relaxed" })];
    expect(simd.error).toBeUndefined();
    expect(bits(relaxed.logits)).toEqual(bits(simd.logits));
  });

  test("is computed as what it stands for", async () => {
    const [exact, found] = await run(["fp32", "q8"].map((precision) => ({ ...job, precision })));
    const off = largestDifference(found.logits, exact.logits);
    expect(off).toBeGreaterThan(0); // activations are quantised
    expect(off).toBeLessThan(0.2);
  });
});

/** As in tests/cpp/engine/encoder_test.cc. */
function checksum(logits) {
  return bits(logits).reduce((sum, each, i) => (sum + Math.imul(each, 2 * i + 1)) >>> 0, 0);
}

describe("a checkpoint that is none", () => {
  const good = { shape: shapes.tiny, precision: "q8", windows: windowsOf(shapes.tiny, 3) };
  const tensors = tensorsIn(makeCheckpoint(shapes.tiny));
  const key = "roberta.encoder.layer.1.attention.self.key.weight";
  const words = "roberta.embeddings.word_embeddings.weight";
  const withNumber = (name, index, number) => {
    const bytes = tensors[name].bytes.slice();
    new DataView(bytes.buffer).setFloat32(4 * index, number, true);
    return { ...tensors, [name]: { ...tensors[name], bytes } };
  };
  const without = (name) => {
    const rest = { ...tensors };
    delete rest[name];
    return rest;
  };
  const whole = fileOf(tensors);

  test.each([
    [
      "NaN",
      fileOf(withNumber(key, 5, NaN)),
      `${key}: expected finite numbers, found nan at element 5`,
    ],
    [
      "infinity",
      fileOf(withNumber(words, 9, Infinity)),
      `${words}: expected finite numbers, found inf`,
    ],
    [
      "no tensor",
      fileOf(without("classifier.bias")),
      "classifier.bias: expected F32, F16, BF16 or F64 of shape [9], found no such tensor",
    ],
    [
      "another shape",
      fileOf({ ...tensors, [key]: { ...tensors[key], shape: [16, 64] } }),
      `${key}: expected F32, F16, BF16 or F64 of shape [32, 32], found F32 [16, 64]`,
    ],
    [
      "another type",
      fileOf({ ...tensors, [key]: { dtype: "I32", shape: [32, 32], bytes: tensors[key].bytes } }),
      `${key}: expected F32, F16, BF16 or F64 of shape [32, 32], found I32 [32, 32]`,
    ],
    ["no end", whole.slice(0, -1), "expected a range within"],
    ["no tensors", whole.slice(0, 2000), "expected a header of"],
    ["no header", whole.slice(0, 7), "expected the 8 bytes of the header's size, found 7 bytes"],
    ["nothing", new Uint8Array(), "expected the 8 bytes of the header's size, found 0 bytes"],
    ["text", new TextEncoder().encode("version https://git-lfs"), "is this a safetensors file?"],
  ])("%s gives a typed error, and the engine goes on", async (_, file, message) => {
    const answers = await run([
      good,
      { ...good, file },
      good,
      { ...good, precision: "fp32", file },
      good,
    ]);
    for (const { error } of [answers[1], answers[3]]) {
      expect(error).toMatchObject({
        name: "CheckpointError",
        code: "invalid_checkpoint",
        message: expect.stringContaining(message),
      });
      expect(error.message).toMatch(/^model\.safetensors: checkpoint: /);
    }
    for (const { logits } of [answers[2], answers[4]]) {
      expect(bits(logits)).toEqual(bits(answers[0].logits));
    }
  });

  test("one whose reading fails half-way leaves the engine to the next", async () => {
    const answers = await run([
      { ...good, failAt: whole.length - 20_000 },
      good,
      { ...good, failAt: 30_000 },
      good,
    ]);
    for (const { error } of [answers[0], answers[2]])
      expect(error.message).toBe("the disk is gone");
    expect(bits(answers[3].logits)).toEqual(bits(answers[1].logits));
  });

  test("a model larger than the memory is an error of its own", async () => {
    const [{ error }] = await run([{ ...good, shape: shapes.base }], {
      maxMemory: 2 ** 26,
    });
    expect(error).toMatchObject({ name: "OutOfMemoryError", code: "out_of_memory" });
  });
});
