// SPDX-License-Identifier: Apache-2.0
//
// onnxruntime-web on its WebAssembly provider. Several windows become one batch as transformers.js
// makes one: padded to the longest, the padding masked.

const padding = 1;

export async function load({ weights, shape, threads }) {
  const { InferenceSession, Tensor, env } = await import("onnxruntime-web");
  env.wasm.numThreads = threads;
  env.logLevel = "fatal";
  const session = await InferenceSession.create(await weights.read(0, weights.size), {
    executionProviders: ["wasm"],
    logSeverityLevel: 4,
  });
  return {
    kernel: "MLAS",
    async forward({ ids, lengths }) {
      const { input, mask, longest } = pad(ids, lengths);
      const dims = [lengths.length, longest];
      const { logits } = await session.run({
        input_ids: new Tensor("int64", input, dims),
        attention_mask: new Tensor("int64", mask, dims),
      });
      return unpad(logits.data, lengths, longest * shape.labels, shape.labels);
    },
  };
}

function pad(ids, lengths) {
  const longest = Math.max(...lengths);
  const input = new BigInt64Array(lengths.length * longest).fill(BigInt(padding));
  const mask = new BigInt64Array(input.length);
  let begin = 0;
  lengths.forEach((length, row) => {
    const window = BigInt64Array.from(ids.subarray(begin, begin + length), BigInt);
    input.set(window, row * longest);
    mask.fill(1n, row * longest, row * longest + length);
    begin += length;
  });
  return { input, mask, longest };
}

function unpad(logits, lengths, rowSize, labels) {
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const result = new Float32Array(total * labels);
  let end = 0;
  lengths.forEach((length, row) => {
    result.set(logits.subarray(row * rowSize, row * rowSize + length * labels), end);
    end += length * labels;
  });
  return result;
}
