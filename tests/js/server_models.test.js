// SPDX-License-Identifier: Apache-2.0
// The models of a server, while they are loaded and lost, and its end.

import { once } from "node:events";
import { connect } from "node:net";

import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";

import { pipeline } from "../../dist/node/index.js";
import { closeServers, heldLoader, heldModel, loader, post, serveModels } from "./served.js";
import { sentence, tiny, until } from "./support.js";

let ner;
beforeAll(async () => (ner = await pipeline("ner", tiny, { threads: 1 })));
afterAll(() => ner.dispose());
afterEach(closeServers);

/** What Python's pipeline gives, by the package's own account. */
const expected = (inputs, options = {}) =>
  ner(inputs, { aggregation_strategy: "simple", compat: "hf", ...options });

describe("a model", () => {
  test("whose worker dies fails what ran with 500, and answers the next request", async () => {
    const { load, kill } = loader();
    const { model, lines } = await serveModels({ load });
    const before = await post(model, { inputs: sentence });
    const inputs = Array(2000).fill(sentence);
    const running = post(model, { inputs });
    const fails = until(async () => {
      await kill();
      return lines.some(({ status }) => status === 500);
    }, "a failed request");
    expect(await running).toMatchObject({
      status: 500,
      body: { error: expect.stringContaining("the worker stopped") },
    });
    await fails;
    expect((await post(model, { inputs: sentence })).body).toEqual(before.body);
  });

  test("that is being loaded is waited for, or is a 503 with its time", async () => {
    const { load, go, loads } = heldLoader();
    const { model, url } = await serveModels({ load });
    const hasty = { inputs: sentence, options: { wait_for_model: false } };
    const body = {
      error: "Model tests/tiny is currently loading",
      estimated_time: expect.any(Number),
    };
    expect(await post(model, hasty)).toMatchObject({ status: 503, body });
    const header = { "X-Wait-For-Model": "false" };
    expect(await post(model, { inputs: sentence }, { headers: header })).toMatchObject({
      status: 503,
    });
    const patient = post(model, { inputs: sentence });
    const { models } = await (await fetch(`${url}/info`)).json();
    expect(models[0].state).toBe("loading");
    go();
    expect((await patient).body).toEqual(await expected(sentence));
    expect((await post(model, hasty)).status).toBe(200);
    expect(loads()).toBe(1);
  });

  test("that cannot be loaded is said so, without the folder, which the log has", async () => {
    const models = [{ id: "broken", source: `${tiny}/nowhere` }];
    const { url, lines } = await serveModels({ models });
    const answer = await post(`${url}/models/broken`, { inputs: sentence });
    expect(answer).toMatchObject({ status: 404, body: { error: "Model broken does not exist" } });
    const line = await until(() => lines.find(({ msg }) => msg === "model failed"), "a line");
    expect(line).toMatchObject({ level: "error", model: "broken" });
    expect(line.error).toContain("nowhere");
  });
});

describe("the end of a server", () => {
  test("answers what is there, takes no more, and waits for no idle connection", async () => {
    const { load, go, passes } = heldModel();
    const server = await serveModels({ load });
    const idle = connect(new URL(server.url).port, "127.0.0.1");
    await once(idle, "connect");
    const running = post(server.model, { inputs: sentence });
    await until(() => passes.length === 1, "a pass");
    const closed = server.close();
    await until(
      () =>
        post(server.model, { inputs: "late" }).then(
          () => false,
          () => true,
        ),
      "no new connection",
    );
    expect(passes[0].signal.aborted).toBe(false);
    go();
    const answer = await running;
    expect([answer.status, answer.headers.get("connection")]).toEqual([200, "close"]);
    await closed;
    idle.destroy();
  });
});
