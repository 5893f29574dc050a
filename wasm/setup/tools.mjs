// SPDX-License-Identifier: Apache-2.0
//
// Programs that making the package does not need, but its tests or checks do, each with the Debian
// package that has it: a toolchain gets or demands them when `toolchain.need(PROGRAM, …)` asks.
import { findProgram } from "./command.mjs";
import { SetupError } from "./errors.mjs";

export const debianPackages = {
  "c++": "g++",
  "clang-format": "clang-format",
  "clang-tidy": "clang-tidy",
  pip3: "python3-pip",
};

/** Of a toolchain on PATH, which we do not add to. */
export async function needOnPath(...programs) {
  const missing = programs.find((program) => !findProgram(program));
  if (missing === undefined) return;
  throw new SetupError(
    `there is no ${missing} on PATH beside emcc: install it (Debian: ${debianPackages[missing]}) ` +
      `and run the command again.`,
  );
}
