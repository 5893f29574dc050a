// SPDX-License-Identifier: Apache-2.0

/** Something the user can put right: its message is one sentence that says what and how. */
export class SetupError extends Error {
  name = "SetupError";
}

/** Runs a command-line entry point: a SetupError is printed as its sentence alone, exit status 1. */
export async function runMain(main) {
  try {
    process.exitCode = (await main(process.argv.slice(2))) ?? 0;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    process.stderr.write(`\nxlmr-ner set-up: ${error.message}\n`);
    process.exitCode = 1;
  }
}
