// SPDX-License-Identifier: Apache-2.0
// huggingface_hub itself, in each of the interpreters of $XLMR_NER_HUB_PYTHONS (paths as in $PATH), or in
// $XLMR_NER_PYTHON, or in python3. A test is skipped, and says so, for one that does not have it.

import { execFile, spawnSync } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";

import { test } from "@jest/globals";

const chosen = process.env.XLMR_NER_HUB_PYTHONS ?? process.env.XLMR_NER_PYTHON ?? "python3";

export const pythons = chosen.split(path.delimiter).map((python) => {
  const script = "import huggingface_hub; print(huggingface_hub.__version__)";
  const { status, stdout } = spawnSync(python, ["-c", script], { encoding: "utf8" });
  return { python, version: status === 0 ? stdout.trim() : undefined };
});

/** Runs a test with each of them: `body({ run, version })`, of versions from `since` on. */
export function testWithHub(name, body, since = "0") {
  for (const { python, version } of pythons) {
    if (version === undefined) {
      test.skip(`${name} (skipped: no huggingface_hub in ${python})`, () => {});
    } else if (isBefore(version, since)) {
      test.skip(`${name} (skipped: huggingface_hub ${version} has no such thing)`, () => {});
    } else {
      test(`${name} (huggingface_hub ${version})`, () =>
        body({ version, run: (script, variables) => run(python, script, variables) }));
    }
  }
}

export function isBefore(version, since) {
  return version.localeCompare(since, "en", { numeric: true }) < 0;
}

/** What a script prints. */
async function run(python, script, variables = {}) {
  const { stdout } = await promisify(execFile)(python, ["-c", script], {
    env: {
      ...process.env,
      HF_HUB_DISABLE_TELEMETRY: "1",
      HF_HUB_DISABLE_UPDATE_CHECK: "1",
      // Another name than the second host has: the library tells hosts by their names, without ports.
      HF_ENDPOINT: (process.env.HF_ENDPOINT ?? "").replace("127.0.0.1", "localhost"),
      ...variables,
    },
  });
  return stdout.trim();
}

/**
 * Python that has snapshot_download get large files from Xet storage: what moves the bytes, hf_xet, is
 * replaced by a request to $XET, all else is the library's own.
 */
export const overXet = `
import os, urllib.request
from pathlib import Path
from huggingface_hub import file_download, scan_cache_dir, snapshot_download
def xet_get(*, incomplete_path, xet_file_data, **rest):
    url = os.environ["XET"] + "/" + xet_file_data.file_hash
    Path(incomplete_path).write_bytes(urllib.request.urlopen(url).read())
file_download.xet_get = xet_get
file_download.is_xet_available = lambda: True
`;
