// SPDX-License-Identifier: Apache-2.0

import { describe, expect, test } from "@jest/globals";

import { Client } from "#js/rpc/client.js";
import { Supervisor, mostCalls } from "#js/rpc/supervisor.js";
import { turn } from "./support.js";

/** A worker that answers by itself, with its own number, unless it is told to wait. */
function fakeWorker(number, { silent = false } = {}) {
  const port = {
    number,
    sent: [],
    terminated: 0,
    post: (request) => {
      port.sent.push(request);
      if (silent || request.type !== "call") return;
      queueMicrotask(() => port.onResponse({ type: "result", id: request.id, value: number }));
    },
    listen: (onResponse, onFailure) => Object.assign(port, { onResponse, onFailure }),
    keepAlive: () => {},
    terminate: async () => void port.terminated++,
  };
  return port;
}

/** A supervisor of such workers, and what it has started, one after the other. */
function supervise(options = [], restart = undefined) {
  const workers = [];
  const start = () => {
    workers.push(fakeWorker(workers.length, options[workers.length]));
    return { client: new Client(workers.at(-1)), answer: `loaded ${workers.length - 1}` };
  };
  const load = restart ?? (() => Promise.resolve(start()));
  return { supervisor: new Supervisor(start(), (signal) => load(signal, start)), workers };
}

const call = (supervisor, options) => supervisor.call("classify", { inputs: ["a"] }, options);
const codeOf = (promise) =>
  promise.then(
    () => "ok",
    (error) => error.code ?? error.name ?? error,
  );

/** A restart that waits, and ends where its signal says so. */
function slowRestart() {
  const restart = { begun: 0 };
  restart.load = (signal, start) =>
    new Promise((resolve, reject) => {
      restart.begun++;
      restart.finish = () => resolve(start());
      signal.addEventListener("abort", () => reject(signal.reason));
    });
  return restart;
}

describe("a worker that stopped", () => {
  test("is replaced by the next call, and not before", async () => {
    const { supervisor, workers } = supervise();
    expect(await call(supervisor)).toBe(0);
    workers[0].onFailure("it was killed");
    await turn();
    expect(workers).toHaveLength(1);
    expect(await call(supervisor)).toBe(1);
    expect([supervisor.answer, workers.length, workers[0].terminated]).toEqual(["loaded 1", 2, 1]);
  });

  test("is replaced as often as it stops", async () => {
    const { supervisor, workers } = supervise();
    for (let i = 0; i < 5; i++) {
      expect(await call(supervisor)).toBe(i);
      workers[i].onFailure("it was killed");
    }
  });

  test("rejects what was running, and is replaced once for all calls after that", async () => {
    const { supervisor, workers } = supervise([{ silent: true }]);
    const running = [call(supervisor), call(supervisor)].map(codeOf);
    workers[0].onFailure("it was killed");
    expect(await Promise.all(running)).toEqual(["worker_crashed", "worker_crashed"]);
    const next = await Promise.all([call(supervisor), call(supervisor), call(supervisor)]);
    expect([next, workers.length]).toEqual([[1, 1, 1], 2]);
  });

  test("that cannot be replaced rejects the call, and the next one tries again", async () => {
    let isBroken = true;
    const { supervisor, workers } = supervise([], async (_, start) => {
      if (isBroken) throw new Error("no such file");
      return start();
    });
    workers[0].onFailure("it was killed");
    await expect(call(supervisor)).rejects.toThrow("no such file");
    isBroken = false;
    expect(await call(supervisor)).toBe(1);
  });
});

describe("while another worker starts", () => {
  test("an abort ends its own call's waiting at once, and the others get their answers", async () => {
    const restart = slowRestart();
    const { supervisor, workers } = supervise([], restart.load);
    workers[0].onFailure("it was killed");
    const controller = new AbortController();
    const [aborted, other] = [call(supervisor, { signal: controller.signal }), call(supervisor)];
    controller.abort("enough");
    await expect(aborted).rejects.toBe("enough");
    restart.finish();
    expect(await other).toBe(1);
    expect(restart.begun).toBe(1);
  });

  test("dispose rejects all calls and ends the start", async () => {
    const restart = slowRestart();
    const { supervisor, workers } = supervise([], restart.load);
    workers[0].onFailure("it was killed");
    const pending = [call(supervisor), call(supervisor)].map(codeOf);
    await supervisor.dispose();
    expect(await Promise.all([...pending, codeOf(call(supervisor))])).toEqual(
      Array(3).fill("disposed"),
    );
    expect(workers).toHaveLength(1);
  });

  test("dispose settles the calls also where the start does not hear of it", async () => {
    const { supervisor, workers } = supervise([], () => new Promise(() => {}));
    workers[0].onFailure("it was killed");
    const pending = codeOf(call(supervisor));
    void supervisor.dispose();
    expect(await pending).toBe("disposed");
  });
});

test("a call too many is refused by name, and one that ended makes room", async () => {
  const { supervisor, workers } = supervise([{ silent: true }]);
  const running = Array.from({ length: mostCalls }, () => call(supervisor));
  await expect(call(supervisor)).rejects.toMatchObject({
    code: "too_many_calls",
    name: "TooManyCallsError",
    message: expect.stringContaining("at most 1000"),
  });
  expect(workers[0].sent).toHaveLength(mostCalls);
  workers[0].onResponse({ type: "result", id: 1, value: "a" });
  expect(await running[0]).toBe("a");
  const next = call(supervisor);
  expect(workers[0].sent).toHaveLength(mostCalls + 1);
  const rest = [...running.slice(1), next].map(codeOf);
  await supervisor.dispose();
  expect(new Set(await Promise.all(rest))).toEqual(new Set(["disposed"]));
});
