// SPDX-License-Identifier: Apache-2.0
//
// What a figure depends on besides the code.
import { readFileSync } from "node:fs";
import { loadavg } from "node:os";

const most = 0.5;

/** Throws where other programs run. */
export function refuseLoad() {
  const [load] = loadavg();
  if (load <= most) return;
  throw new Error(
    `expected a load average of at most ${most}, found ${load.toFixed(1)}: end what runs, or say --loaded`,
  );
}

/** Of the CPU's instruction sets, those that int8 products may use. */
export function featuresOf() {
  const wanted = [
    "avx2",
    "avx_vnni",
    "avx512_vnni",
    "amx_int8",
    "avx_vnni_int8",
    "asimddp",
    "i8mm",
  ];
  try {
    const flags = new Set(
      readFileSync("/proc/cpuinfo", "utf8")
        .match(/^(?:flags|Features).*$/m)?.[0]
        .split(/\s+/),
    );
    return wanted.filter((name) => flags.has(name));
  } catch {
    return ["unknown"];
  }
}
