// SPDX-License-Identifier: Apache-2.0
// What browsers say of a GPU, which differs; tests/e2e/webgpu.test.js has a real one.

import { expect, test } from "@jest/globals";

import { Gpu } from "#js/webgpu/gpu.js";

/** A GPU, and what is asked of its adapter when it is opened. */
function gpuOf(info, features = []) {
  const asked = [];
  const requestDevice = async (wanted) => {
    asked.push(wanted.requiredFeatures);
    return { lost: new Promise(() => {}), addEventListener: () => {} };
  };
  return { asked, gpu: new Gpu({ info, features: new Set(features), limits: {}, requestDevice }) };
}

test.each([
  [{ vendor: "nvidia", architecture: "ampere", device: "", description: "" }, "nvidia ampere"],
  [{ vendor: "apple" }, "apple"],
  [{ vendor: "", architecture: "", device: "", description: "" }, "a GPU without a name"],
  [undefined, "a GPU without a name"],
])("%j is called %s", (info, name) => {
  expect(gpuOf(info).gpu.name).toBe(name);
});

test.each([
  [{ subgroupMaxSize: 32 }, ["subgroups", "shader-f16"], ["shader-f16", "subgroups"]],
  [{ subgroupMaxSize: 4 }, ["subgroups"], []],
  [{}, ["subgroups"], []],
  [undefined, ["subgroups", "shader-f16"], ["shader-f16"]],
  [undefined, [], []],
])("with %j and %j, %j is asked for", async (info, features, wanted) => {
  const { gpu, asked } = gpuOf(info, features);
  await gpu.open();
  expect(asked).toEqual([wanted]);
});
