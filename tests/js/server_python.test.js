// SPDX-License-Identifier: Apache-2.0
// huggingface_hub's InferenceClient as it is published, told the address of the model and nothing else. See
// hub_pythons.js for which Python, and for what is skipped.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll, afterEach, beforeAll, expect } from "@jest/globals";

import { pipeline } from "../../dist/node/index.js";
import { testWithHub } from "./hub_pythons.js";
import { closeServers, heldLoader, heldModel, loader, serveModels } from "./served.js";
import { golden, sentence, until } from "./support.js";

const models = [{ id: "default", source: undefined }];
const texts = [sentence, `😀 ${sentence}`, ...golden.cases.slice(0, 5).map(({ text }) => text)];

const folder = mkdtempSync(path.join(tmpdir(), "xlmr-ner-python-"));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;

let ner;
beforeAll(async () => (ner = await pipeline("ner", undefined, { threads: 1 })));
afterAll(() => ner.dispose());
afterEach(closeServers);

/** Calls the client with each list of arguments: a list of records, or what it raised. */
const script = `
import json, os
from huggingface_hub import InferenceClient
client = InferenceClient(model=os.environ["MODEL"], token=os.environ.get("TOKEN") or None)
def call(arguments):
    try:
        records = client.token_classification(**arguments)
        return [{k: v for k, v in dict(r).items() if v is not None} for r in records]
    except Exception as error:
        response = getattr(error, "response", None)
        return {"raised": type(error).__name__, "status": getattr(response, "status_code", None), "text": str(error)}
print(json.dumps([call(each) for each in json.load(open(os.environ["CALLS"]))]))
`;

const calls = async (run, url, list, variables = {}) => {
  const file = path.join(folder, `${++count}.json`);
  writeFileSync(file, JSON.stringify(list));
  return JSON.parse(await run(script, { MODEL: url, CALLS: file, ...variables }));
};

testWithHub("InferenceClient gets entities, by every strategy", async ({ run }) => {
  const { url } = await serveModels({ models });
  const strategies = [undefined, "none", "simple", "first", "average", "max"];
  const list = strategies.flatMap((aggregation_strategy) =>
    texts.map((text) => ({ text, aggregation_strategy })),
  );
  const long = `${sentence} `.repeat(60);
  list.push({ text: long, ignore_labels: ["LOC", "O"], stride: 32 });
  const expected = [];
  for (const { text, aggregation_strategy = "simple", ...rest } of list) {
    const records = await ner(text, { aggregation_strategy, compat: "hf", ...rest });
    expected.push(records);
  }
  expect(await calls(run, `${url}/models/default`, list)).toEqual(expected);
});

testWithHub("InferenceClient is told what is wrong", async ({ run }) => {
  const good = { text: sentence };
  const { url } = await serveModels({ models, token: "secret", maxBody: 1_100_000 });
  const model = `${url}/models/default`;
  const withToken = { TOKEN: "secret" };
  const [unknown] = await calls(run, `${url}/models/a/b`, [good], withToken);
  expect(unknown).toMatchObject({ status: 404, raised: "HfHubHTTPError" });
  expect(unknown.text).toContain("Model a/b does not exist");

  const [none, long, large, strategy, label, right] = await calls(
    run,
    model,
    [
      { text: null },
      { text: "x".repeat(2 ** 20 + 1) },
      { text: "x".repeat(3_000_000) },
      { text: "x", aggregation_strategy: "frist" },
      { text: "x", ignore_labels: "O" },
      good,
    ],
    withToken,
  );
  expect(none).toMatchObject({ status: 400, raised: "BadRequestError" });
  expect(long).toMatchObject({ status: 400 });
  expect(long.text).toContain("1048576");
  expect(large).toMatchObject({ status: 413, raised: "HfHubHTTPError" });
  expect(large.text).toContain("expected at most 1100000 bytes");
  expect(strategy.text).toContain("expected none or simple");
  expect(label).toMatchObject({ status: 400 });
  expect(right.length).toBeGreaterThan(0);

  const [refused] = await calls(run, model, [good], { TOKEN: "hf_other" });
  expect(refused).toMatchObject({ status: 401 });
  expect(refused.text).toContain("Invalid credentials in Authorization header");
});

testWithHub(
  "InferenceClient waits for a model, and is told that the queue is full",
  async ({ run }) => {
    const { load, go } = heldLoader();
    const { url } = await serveModels({ models, load });
    const waiting = calls(run, `${url}/models/default`, [{ text: sentence }]);
    await until(async () => {
      const { models: states } = await (await fetch(`${url}/info`)).json();
      return states[0].state === "loading";
    }, "the model to be asked for");
    go();
    expect(await waiting).toEqual([
      await ner(sentence, { aggregation_strategy: "simple", compat: "hf" }),
    ]);

    const held = heldModel();
    const full = await serveModels({ models, load: held.load, maxQueue: 1 });
    const first = fetch(`${full.url}/models/default`, { method: "POST", body: '{"inputs": "x"}' });
    await until(() => held.passes.length === 1, "a pass");
    const [refused] = await calls(run, `${full.url}/models/default`, [{ text: sentence }]);
    expect(refused).toMatchObject({ status: 429 });
    expect(refused.text).toContain("Too many requests");
    held.go();
    expect((await first).status).toBe(200);
  },
);

testWithHub(
  "InferenceClient is told that a worker died, and the next call is answered",
  async ({ run }) => {
    const { load, kill } = loader();
    const { url, lines } = await serveModels({ models, load });
    const list = [{ text: `${sentence} `.repeat(20_000), stride: 64 }, { text: sentence }];
    const both = calls(run, `${url}/models/default`, list);
    const isDone = () => lines.some(({ route }) => route === "/models/*");
    await until(async () => {
      const { models: states } = await (await fetch(`${url}/info`)).json();
      if (states[0].state === "loaded") await kill();
      return isDone();
    }, "a call to fail");
    const [failed, next] = await both;
    expect(failed).toMatchObject({ status: 500 });
    expect(failed.text).toContain("the worker stopped");
    expect(next).toEqual(await ner(sentence, { aggregation_strategy: "simple", compat: "hf" }));
  },
);
