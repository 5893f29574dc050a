// SPDX-License-Identifier: Apache-2.0
import { join } from "node:path";

import { tail } from "./command.mjs";
import { SetupError } from "./errors.mjs";
import { step } from "./log.mjs";
import { makeOnce } from "./once.mjs";

// Another release may find more, so one is meant until somebody looks at what the next one finds.
const version = "0.17.6";

/** The path of ruff, the linter of our Python: one program from PyPI, in the cache, fetched once. */
export async function ensureRuff({ cache, toolchain }) {
  const folder = await makeOnce(join(cache, `ruff-${version}`), (target) =>
    step(`fetching ruff ${version} (once)`, async () => {
      await toolchain.need("pip3");
      const result = await toolchain.run([
        ...["python3", "-m", "pip", "install", "--quiet", "--no-deps", "--only-binary=:all:"],
        ...["--disable-pip-version-check", "--target", target, `ruff==${version}`],
      ]);
      if (result.status !== 0) {
        throw new SetupError(
          `pip could not fetch ruff ${version}; it ended with:\n${tail(result)}`,
        );
      }
    }),
  );
  return join(folder, "bin/ruff");
}
