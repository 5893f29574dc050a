// SPDX-License-Identifier: Apache-2.0
// The variables of huggingface_hub, all combinations of their kinds of values, beside huggingface_hub itself.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll, beforeAll, expect } from "@jest/globals";

import { hubSettings } from "../../dist/node/hub/environment.js";
import { checkRemoteOptions } from "#js/options/remote_options.js";
import { testWithHub } from "./hub_pythons.js";

let folder;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "xlmr-ner-env-"));
  writeFileSync(path.join(folder, "token"), "hf_file\r\n");
  writeFileSync(path.join(folder, "empty"), "\n");
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Every combination: `{ A: [1, 2], B: [3] }` is `[{ A: 1, B: 3 }, { A: 2, B: 3 }]`, undefined left out. */
function combinations(table) {
  return Object.entries(table).reduce(
    (all, [name, values]) =>
      all.flatMap((each) =>
        values.map((value) => (value === undefined ? each : { ...each, [name]: value })),
      ),
    [{}],
  );
}

/** What the library makes of each: its constants are read anew, as at its start. */
async function theirs(run, all) {
  const file = path.join(folder, "all.json");
  writeFileSync(file, JSON.stringify(all));
  const out = await run(
    `
import importlib, json, os
from huggingface_hub import constants
from huggingface_hub.utils import _auth, _headers
found = []
for variables in json.load(open("${file}")):
    os.environ.clear()
    os.environ.update(variables)
    importlib.reload(constants)
    found.append({
        "cache": constants.HF_HUB_CACHE,
        "offline": constants.HF_HUB_OFFLINE,
        "links": not getattr(constants, "HF_HUB_DISABLE_SYMLINKS", False),
        "sharing": not (getattr(constants, "HF_HUB_DISABLE_SHARED_BLOBS", False) or constants.HF_HUB_DISABLE_XET),
        "token": _headers.get_token_to_send(None),
    })
print(json.dumps(found))
`,
  );
  return JSON.parse(out);
}

/** What we make of it, with the same names. */
async function ours(variables) {
  const {
    cacheDir,
    offline,
    links,
    sharing,
    token = null,
  } = await hubSettings(checkRemoteOptions({}), variables);
  return { cache: cacheDir, offline, links, sharing, token };
}

async function compare(run, all, names) {
  const pick = (found) => Object.fromEntries(names.map((name) => [name, found[name]]));
  const expected = await theirs(run, all);
  for (const [i, variables] of all.entries()) {
    const found = pick(await ours(variables));
    if (expected[i].cache !== undefined) expected[i].cache = path.resolve(expected[i].cache);
    expect({ variables, ...found }).toEqual({ variables, ...pick(expected[i]) });
  }
}

const { HOME } = process.env;

testWithHub("the cache is in the same place", async ({ run }) => {
  const all = combinations({
    HOME: [HOME],
    BASE: ["/b/$HOME/~"],
    XDG_CACHE_HOME: [undefined, "/x", "~/x", "$BASE/x"],
    HF_HOME: [undefined, "/h", "~", "~/h/", "${BASE}/h", "~root/h", "~nobody-of-this-name/h"],
    HUGGINGFACE_HUB_CACHE: [undefined, "~/old", "$BASE"],
    HF_HUB_CACHE: [undefined, "~/c", "$NOWHERE/c", "relative/$BASE-$BASE_", "a~/${}$"],
    TRANSFORMERS_CACHE: [undefined, "/t"],
  });
  expect(all).toHaveLength(4 * 7 * 3 * 5 * 2);
  await compare(run, all, ["cache"]);
});

const switches = [
  undefined,
  "",
  "0",
  "1",
  "2",
  "on",
  "ON",
  "Yes",
  "yes ",
  "true",
  "TRUE",
  "off",
  "y",
];

testWithHub("the network is forbidden by the same values", async ({ run }) => {
  const all = combinations({
    HOME: [HOME],
    HF_HUB_OFFLINE: switches,
    TRANSFORMERS_OFFLINE: switches,
  });
  await compare(run, all, ["offline"]);
});

const shared = combinations({
  HOME: [HOME],
  HF_HUB_DISABLE_SHARED_BLOBS: switches,
  HF_HUB_DISABLE_XET: switches,
});

testWithHub(
  "links are, too",
  async ({ run }) => {
    const all = combinations({ HOME: [HOME], HF_HUB_DISABLE_SYMLINKS: switches });
    await compare(run, all, ["links"]);
  },
  "1.0",
);

testWithHub("and shared blobs", ({ run }) => compare(run, shared, ["sharing"]), "1.32");

testWithHub("the same token goes to the hub", async ({ run }) => {
  const tokens = [undefined, "", " ", "hf_a", " hf_b\n", "hf_\r\nc", "\n"];
  const all = combinations({
    HOME: [path.join(folder, "nobody")],
    T: [folder],
    HF_TOKEN: tokens,
    HUGGING_FACE_HUB_TOKEN: [undefined, "", "hf_old", " "],
    HF_TOKEN_PATH: [undefined, "$T/token", path.join(folder, "empty"), "/nowhere"],
    HF_HOME: [undefined, folder, "/nowhere"],
    HF_HUB_DISABLE_IMPLICIT_TOKEN: [undefined, "0", "1", "True"],
  });
  await compare(run, all, ["token"]);
});
