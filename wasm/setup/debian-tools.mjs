// SPDX-License-Identifier: Apache-2.0
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";

import { tail } from "./command.mjs";
import { SetupError } from "./errors.mjs";
import { step } from "./log.mjs";
import { withLock } from "./once.mjs";
import { debianPackages } from "./tools.mjs";

// An installation that was interrupted is taken up again. As root throughout: in a user's namespace
// apt cannot become its own user.
const installScript = `
dpkg --configure -a
apt-get --quiet --option APT::Sandbox::User=root update
exec apt-get --quiet --yes --no-install-recommends --option APT::Sandbox::User=root install "$@"
`;

/** Makes programs of tools.mjs available in a private Debian root that `run` runs commands in. */
export async function addTools(root, programs, run) {
  const packages = programs.map((program) => debianPackages[program]);
  // A mark each, because a program is there before its installation is whole.
  const mark = (name) => join(root, `var/lib/xlmr-ner-has-${name}`);
  const missing = () => packages.filter((name) => !existsSync(mark(name)));
  if (missing().length === 0) return;
  await withLock(`${root}.lock`, async () => {
    const wanted = missing(); // another set-up may have come first
    if (wanted.length === 0) return;
    const result = await step(`adding ${wanted.join(", ")} to the private Debian (once)`, () =>
      run(["sh", "-euc", installScript, "sh", ...wanted], {
        env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      }),
    );
    if (result.status !== 0) {
      throw new SetupError(
        `apt could not add ${wanted.join(", ")} to ${root}: check the network and run the command ` +
          `again; it ended with:\n${tail(result, 5)}`,
      );
    }
    for (const name of wanted) await writeFile(mark(name), "");
  });
}
