// SPDX-License-Identifier: Apache-2.0
// The variables of huggingface_hub, with its defaults.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import path from "node:path";

import { afterAll, expect, test } from "@jest/globals";

import { hubSettings } from "../../dist/node/hub/environment.js";
import { checkRemoteOptions } from "#js/options/remote_options.js";

const folder = mkdtempSync(path.join(tmpdir(), "xlmr-ner-env-"));
afterAll(() => rmSync(folder, { recursive: true }));

const settings = (variables, options = {}) => hubSettings(checkRemoteOptions(options), variables);
const home = (...parts) => path.join(homedir(), ...parts);

test("without variables everything is at its usual place", async () => {
  expect(await settings({ HF_TOKEN_PATH: "/nowhere" })).toEqual({
    endpoint: "https://huggingface.co",
    token: undefined,
    cacheDir: home(".cache/huggingface/hub"),
    urlCacheDir: home(".cache/xlmr-ner/urls"),
    quantizedDir: home(".cache/xlmr-ner/quantized"),
    links: true,
    sharing: true,
    offline: false,
    offlineBy: "HF_HUB_OFFLINE",
  });
});

test.each([
  [{ XDG_CACHE_HOME: "/x" }, "/x/huggingface/hub"],
  [{ XDG_CACHE_HOME: "/x", HF_HOME: "/h" }, "/h/hub"],
  [{ HF_HOME: "~/h" }, home("h/hub")],
  [{ HF_HOME: "/h", HUGGINGFACE_HUB_CACHE: "/old" }, "/old"],
  [{ HF_HOME: "/h", HUGGINGFACE_HUB_CACHE: "/old", HF_HUB_CACHE: "/c" }, "/c"],
  [{ HF_HOME: "", HF_HUB_CACHE: "" }, home(".cache/huggingface/hub")],
])("%j: the cache is %s", async (variables, cacheDir) => {
  expect((await settings(variables)).cacheDir).toBe(cacheDir);
});

test("cache_dir comes before all of them, for URLs too", async () => {
  const variables = { HF_HUB_CACHE: "/c", HF_HOME: "/h" };
  expect(await settings(variables, { cache_dir: "~/mine" })).toMatchObject({
    cacheDir: home("mine"),
    urlCacheDir: home("mine/urls"),
  });
});

test("a token comes from the option, HF_TOKEN, or the file of hf auth login", async () => {
  writeFileSync(path.join(folder, "token"), "hf_file\n");
  const variables = { HF_HOME: folder };
  expect((await settings(variables)).token).toBe("hf_file");
  expect((await settings({ HF_TOKEN_PATH: path.join(folder, "token") })).token).toBe("hf_file");
  expect((await settings({ ...variables, HF_TOKEN: " hf_env\n" })).token).toBe("hf_env");
  expect((await settings({ ...variables, HF_TOKEN: "" })).token).toBe("hf_file");
  const options = { token: "hf_option" };
  expect((await settings({ ...variables, HF_TOKEN: "hf_env" }, options)).token).toBe("hf_option");
});

test("a token that cannot stand in a header is refused, and not printed", async () => {
  const error = await settings({ HF_TOKEN: "hf_a b" }).catch((error) => error);
  expect(error.code).toBe("invalid_argument");
  expect(error.message).not.toContain("hf_a");
});

test.each([
  ["http://localhost:8080/", "http://localhost:8080"],
  ["https://mirror.example/hf//", "https://mirror.example/hf"],
  ["", "https://huggingface.co"],
])("HF_ENDPOINT=%s is %s", async (HF_ENDPOINT, endpoint) => {
  expect((await settings({ HF_ENDPOINT })).endpoint).toBe(endpoint);
});

test.each(["mirror.example", "file:///etc", "https://mirror.example/?a"])(
  "HF_ENDPOINT=%s is refused",
  async (HF_ENDPOINT) => {
    const message = /^HF_ENDPOINT: expected a URL of http or https, found '/;
    await expect(settings({ HF_ENDPOINT })).rejects.toThrow(message);
  },
);

test.each([
  ["1", true],
  ["true", true],
  ["Yes", true],
  ["0", false],
  ["", false],
])("HF_HUB_OFFLINE=%s: %s", async (HF_HUB_OFFLINE, offline) => {
  expect((await settings({ HF_HUB_OFFLINE })).offline).toBe(offline);
  const options = { local_files_only: true };
  expect((await settings({ HF_HUB_OFFLINE }, options)).offline).toBe(true);
});
