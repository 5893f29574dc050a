// SPDX-License-Identifier: Apache-2.0

/**
 * The tokenizer.json that transformers 4.57.6 converts a sentencepiece.bpe.model of XLM-R to, field
 * for field, so that the tests need no copy of it. make_pipeline_cases.py checks that it is equal.
 */
export function convertedTokenizer(model) {
  const { pieces, charsmap } = readModel(model);
  const vocabulary = [
    ...["<s>", "<pad>", "</s>", "<unk>"].map((piece) => [piece, 0]),
    ...pieces.slice(3),
    ["<mask>", 0],
  ];
  const token = (id, content, more = {}) => ({
    id,
    content,
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
    special: true,
    ...more,
  });
  const metaspace = { type: "Metaspace", replacement: "▁", prepend_scheme: "always", split: true };
  const special = (id) => ({ SpecialToken: { id, type_id: 0 } });
  const sequence = (id) => ({ Sequence: { id, type_id: 0 } });
  const single = [special("<s>"), sequence("A"), special("</s>")];
  return Buffer.from(
    JSON.stringify({
      version: "1.0",
      truncation: null,
      padding: null,
      added_tokens: [
        ...["<s>", "<pad>", "</s>", "<unk>"].map((content, id) => token(id, content)),
        token(vocabulary.length - 1, "<mask>", { lstrip: true, normalized: true }),
      ],
      normalizer: {
        type: "Sequence",
        normalizers: [
          { type: "Precompiled", precompiled_charsmap: charsmap.toString("base64") },
          { type: "Strip", strip_left: false, strip_right: true },
          { type: "Replace", pattern: { Regex: " {2,}" }, content: "▁" },
        ],
      },
      pre_tokenizer: metaspace,
      post_processor: {
        type: "TemplateProcessing",
        single,
        pair: [...single, special("</s>"), sequence("B"), special("</s>")],
        special_tokens: {
          "</s>": { id: "</s>", ids: [2], tokens: ["</s>"] },
          "<s>": { id: "<s>", ids: [0], tokens: ["<s>"] },
        },
      },
      decoder: metaspace,
      model: { type: "Unigram", unk_id: 3, vocab: vocabulary, byte_fallback: false },
    }),
  );
}

/** [piece, score] of each piece, and the charsmap, of a SentencePiece model. */
function readModel(bytes) {
  const pieces = [];
  let charsmap = Buffer.alloc(0);
  for (const { number, payload } of fieldsOf(bytes)) {
    if (number === 1) {
      const fields = new Map(fieldsOf(payload).map((each) => [each.number, each.payload]));
      pieces.push([fields.get(1).toString("utf8"), fields.get(2)?.readFloatLE(0) ?? 0]);
    } else if (number === 3) {
      charsmap = fieldsOf(payload).find((each) => each.number === 2)?.payload ?? charsmap;
    }
  }
  return { pieces, charsmap };
}

/** The fields of a protobuf message; numbers that are varints have no payload. */
function fieldsOf(bytes) {
  const fields = [];
  let at = 0;
  const varint = () => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = bytes[at++];
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return Number(value);
    }
  };
  while (at < bytes.length) {
    const tag = varint();
    const type = tag & 7;
    const size = type === 0 ? (varint(), 0) : type === 5 ? 4 : type === 1 ? 8 : varint();
    fields.push({ number: tag >> 3, payload: bytes.subarray(at, at + size) });
    at += size;
  }
  return fields;
}
