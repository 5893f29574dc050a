// SPDX-License-Identifier: Apache-2.0
//
// npm test: GoogleTest natively, then Jest against the package; the last line counts both.
import { spawn } from "node:child_process";
import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";

import { buildPreset } from "./build.mjs";
import { buildContext } from "./context.mjs";
import { runMain } from "./errors.mjs";
import { ensureLibraries } from "./libraries.mjs";
import { step } from "./log.mjs";
import { ensurePackage } from "./package.mjs";
import { repository } from "./paths.mjs";

const reports = join(repository, "build/reports");

await runMain(async () => {
  await ensurePackage();
  await rm(reports, { recursive: true, force: true });
  await mkdir(reports, { recursive: true });
  const native = await runGoogleTest();
  const js = await runJest();
  const sum = (key) => native.counts[key] + js.counts[key];
  process.stdout.write(
    `\nGoogleTest: ${sentence(native.counts)}\nJest: ${sentence(js.counts)}\n` +
      `${sum("passed")} passed, ${sum("failed")} failed, ${sum("skipped")} skipped\n`,
  );
  return native.status === 0 && js.status === 0 && sum("failed") === 0 ? 0 : 1;
});

function sentence({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

async function runGoogleTest() {
  const context = await buildContext();
  await ensureLibraries("native", context);
  await step("building the native tests", () => buildPreset("native", context.toolchain));
  const report = join(reports, "ctest.xml");
  const { status } = await context.toolchain.run(
    ["ctest", "--preset", "native", "--progress", "--output-junit", report],
    { cwd: repository, show: true },
  );
  return { status, counts: junitCounts(await readFile(report, "utf8")) };
}

/** Counts of the one <testsuite> that ctest writes. */
function junitCounts(xml) {
  const attributes = /<testsuite\b[^>]*>/.exec(xml)?.[0] ?? "";
  const number = (name) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(attributes)?.[1]);
  const failed = number("failures");
  const skipped = number("skipped") + number("disabled");
  return { passed: number("tests") - failed - skipped, failed, skipped };
}

async function runJest() {
  const report = join(reports, "jest.json");
  const status = await new Promise((resolve, reject) => {
    spawn(
      process.execPath,
      [
        "--experimental-vm-modules",
        "--disable-warning=ExperimentalWarning",
        join(repository, "node_modules/jest/bin/jest.js"),
        ...["--json", "--outputFile", report, ...process.argv.slice(2)],
      ],
      { cwd: repository, stdio: ["ignore", 2, 2] },
    )
      .on("error", reject)
      .on("close", resolve);
  });
  const result = JSON.parse(await readFile(report, "utf8"));
  return {
    status,
    counts: {
      passed: result.numPassedTests,
      // A file that does not even load has no tests to count.
      failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
      skipped: result.numPendingTests + result.numTodoTests,
    },
  };
}
