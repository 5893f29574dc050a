// SPDX-License-Identifier: Apache-2.0
//
// What compiles: { id, describe, isDebian, run, need }. `run(command, { cwd, env, show })` is execute()
// in the place where emcc is: on this machine, or in the private Debian root. `need(PROGRAM, …)` makes
// sure of the programs of tools.mjs there.
import { createHash } from "node:crypto";

import { execute, findProgram } from "./command.mjs";
import { debianRoot } from "./debian-root.mjs";
import { SetupError } from "./errors.mjs";
import { isDebian } from "./mirror.mjs";
import { needOnPath } from "./tools.mjs";

const oldestEmscripten = [3, 1, 61];
const oldestCMake = [3, 24, 0];
const emsdkLine =
  "git clone https://github.com/emscripten-core/emsdk && cd emsdk && ./emsdk install latest && " +
  "./emsdk activate latest && . ./emsdk_env.sh";

export async function findToolchain({ cache, folders }) {
  const emcc = await hostEmscripten();
  if (emcc.version && isNewEnough(emcc.version)) return hostToolchain(emcc);
  if (isDebian()) return debianRoot({ cache, folders });
  throw new SetupError(
    `${emcc.version ? `emcc ${emcc.version} on PATH is older than` : "there is no emcc on PATH; the build needs Emscripten"} ` +
      `${oldestEmscripten.join(".")}: install the emsdk (${emsdkLine}) and run the command again.`,
  );
}

async function hostEmscripten() {
  if (!findProgram("emcc")) return {};
  const { stdout } = await execute(["emcc", "--version"]);
  return { version: /\b(\d+\.\d+\.\d+)\b/.exec(stdout)?.[1], text: stdout };
}

/** isNewEnough('3.1.61') is true, isNewEnough('3.1.6') is not. */
export function isNewEnough(version, oldest = oldestEmscripten) {
  const parts = version.split(".").map(Number);
  const different = oldest.findIndex((part, i) => parts[i] !== part);
  return different < 0 || parts[different] > oldest[different];
}

async function hostToolchain(emcc) {
  for (const [program, howTo] of [
    ["cmake", "CMake 3.24 or later"],
    ["ninja", "Ninja (Debian: ninja-build)"],
  ]) {
    if (!findProgram(program)) {
      throw new SetupError(
        `there is no ${program} on PATH beside emcc: install ${howTo} and run the command again.`,
      );
    }
  }
  const cmake = await execute(["cmake", "--version"]);
  const version = /\b(\d+\.\d+\.\d+)\b/.exec(cmake.stdout)?.[1] ?? "none";
  if (!isNewEnough(version, oldestCMake)) {
    throw new SetupError(
      `cmake on PATH: expected ${oldestCMake.join(".")} or later, found ${version}: install a newer ` +
        "one (`pip install cmake` has it) and run the command again.",
    );
  }
  const compiler = findProgram("c++") ? (await execute(["c++", "--version"])).stdout : "";
  const identity = `${emcc.text}\n${compiler}`;
  return {
    id: `host-${createHash("sha256").update(identity).digest("hex").slice(0, 12)}`,
    describe: `emcc ${emcc.version} on PATH`,
    isDebian: isDebian(),
    run: execute,
    need: needOnPath,
  };
}
