// SPDX-License-Identifier: Apache-2.0
// Token ids of the XLM-R vocabulary against Hugging Face's Rust tokenizer, on 20,000 lines in 159
// languages. The expected fingerprints were made by tests/golden/make_agreement.py.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { Tokenizer } from "../../dist/node/index.js";

const here = dirname(fileURLToPath(import.meta.url));
const shared = process.env.XLMR_NER_SHARED ?? join(here, "../../../shared");
const texts = join(shared, "data/text");
const vocabulary = join(shared, "data/xlmr");
const present = existsSync(texts) && existsSync(vocabulary);

const LINES = 20_000;

/** Non-empty lines, one from each language in turn, as make_agreement.py takes them. */
async function takeLines() {
  const files = readdirSync(texts)
    .filter((name) => name.endsWith(".txt.xz"))
    .sort();
  const byLanguage = [];
  for (const file of files) {
    const { stdout } = await promisify(execFile)("xz", ["-dc", join(texts, file)], {
      maxBuffer: 1 << 30,
    });
    byLanguage.push(stdout.split("\n", LINES).filter((line) => line !== ""));
  }
  const taken = [];
  for (let row = 0; taken.length < LINES; ++row) {
    for (const lines of byLanguage) {
      if (row < lines.length && taken.length < LINES) taken.push(lines[row]);
    }
  }
  return taken;
}

function fingerprint(ids) {
  const bytes = Buffer.from(Int32Array.from(ids).buffer);
  return createHash("sha256").update(bytes).digest().readUInt32LE(0);
}

const withData = present ? test : test.skip;

withData(
  `ids of ${LINES} lines in 159 languages equal Hugging Face's (needs shared/data)`,
  async () => {
    const expected = readFileSync(join(here, "../golden/agreement_xlmr.bin"));
    const lines = await takeLines();
    const tokenizer = await Tokenizer.load(vocabulary);
    let equal = 0;
    try {
      for (let at = 0; at < lines.length; at += 500) {
        const encodings = await tokenizer.encode(lines.slice(at, at + 500));
        encodings.forEach(({ ids }, i) => {
          equal += fingerprint(ids) === expected.readUInt32LE(4 * (at + i)) ? 1 : 0;
        });
      }
    } finally {
      await tokenizer.dispose();
    }
    process.stderr.write(`agreement: ${equal} of ${lines.length} lines\n`);
    expect(lines).toHaveLength(LINES);
    expect(equal).toBe(LINES);
  },
  300_000,
);
