// SPDX-License-Identifier: Apache-2.0
// Floats as text, against what a real Java wrote; see tests/golden/JavaFloats.java.

import { readFileSync } from "node:fs";
import path from "node:path";

import { expect, test } from "@jest/globals";

import { javaFloat } from "#js/client/java_float.js";
import { root } from "./support.js";

test("2,000 floats of every exponent are written as Java 17 writes them", () => {
  const lines = readFileSync(path.join(root, "tests/golden/java_floats.txt"), "utf8");
  const recorded = lines.trim().split("\n");
  const view = new DataView(new ArrayBuffer(4));
  const written = recorded.map((line) => {
    const bits = line.slice(0, 8);
    view.setUint32(0, Number.parseInt(bits, 16));
    return `${bits} ${javaFloat(view.getFloat32(0))}`;
  });
  expect(recorded).toHaveLength(2000);
  expect(written).toEqual(recorded);
});

test("a number that is no float is rounded to one", () => {
  expect(javaFloat(0.1)).toBe("0.1");
  expect(javaFloat(1e39)).toBe("Infinity");
  expect(javaFloat(1e-50)).toBe("0.0");
});
