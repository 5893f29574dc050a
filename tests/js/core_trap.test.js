// SPDX-License-Identifier: Apache-2.0
// What a core does once one of its threads has trapped: nothing more.

import { describe, expect, test } from "@jest/globals";

import { Core } from "#js/core/core.js";
import { turn } from "./support.js";

const codeOf = (call) => {
  try {
    call();
    return "ok";
  } catch ({ code }) {
    return code;
  }
};

/** A core of so many threads whose C++ half is `handle`; `workers` are those of its other threads. */
function coreOf(handle, { threads = 1, starts = true } = {}) {
  const workers = [];
  const PThread = {
    unusedWorkers: workers,
    allocateUnusedWorker: () => workers.push({}),
    loadWasmModuleToWorker: () => (starts ? Promise.resolve() : new Promise(() => {})),
  };
  class Handle {
    constructor() {
      return handle;
    }
  }
  const core = new Core({ Core: Handle, PThread }, threads);
  const reports = [];
  core.onStopped((error) => reports.push(error));
  return { core, workers, reports };
}

/** Counts its calls; `labels()` throws `error`. */
function trapping(error) {
  const handle = { calls: 0, deleted: 0, hasCrf: () => handle.calls++ > 0 };
  handle.maxTokens = () => ++handle.calls;
  handle.useThreads = () => {};
  handle.delete = () => handle.deleted++;
  handle.labels = () => {
    handle.calls++;
    throw error;
  };
  return handle;
}

describe("a core that trapped", () => {
  test("is never called again: every call fails with the first trap", () => {
    const handle = trapping(new WebAssembly.RuntimeError("unreachable"));
    const { core, reports } = coreOf(handle);
    expect(core.maxTokens()).toBe(1);
    expect(core.isStopped).toBe(false);
    expect(() => core.labels()).toThrow("the WebAssembly core stopped: unreachable");
    for (const call of [() => core.maxTokens(), () => core.hasCrf(), () => core.labels()]) {
      expect(call).toThrow(reports[0]);
    }
    core[Symbol.dispose]();
    expect(handle).toMatchObject({ calls: 2, deleted: 0 });
    expect(core.isStopped).toBe(true);
    expect(reports).toEqual([expect.objectContaining({ code: "internal" })]);
  });

  test.each([
    ["full memory", new RangeError("out of memory"), "out_of_memory"],
    ["no room to copy", new RangeError("Array buffer allocation failed"), "out_of_memory"],
    ["a trap", new WebAssembly.RuntimeError("unreachable"), "internal"],
    ["any other error", new TypeError("out of memory, almost"), "internal"],
  ])("of %s says so by its code", (_, error, code) => {
    const { core, reports } = coreOf(trapping(error));
    expect(codeOf(() => core.labels())).toBe(code);
    expect(reports.map((report) => report.code)).toEqual([code]);
  });
});

describe("another thread that traps", () => {
  // Emscripten throws this in the thread that waits.
  const unwind = "unwind";

  test.each([
    ["in Node", new RangeError("out of memory"), "out_of_memory"],
    ["in a browser", { message: "Uncaught RangeError: out of memory" }, "out_of_memory"],
    ["in a browser", { message: "Uncaught RuntimeError: unreachable" }, "internal"],
  ])("%s is what the core stopped by", async (_, event, code) => {
    const { core, workers, reports } = coreOf(trapping(unwind), { threads: 2 });
    await core.startThreads();
    expect(codeOf(() => core.labels())).toBe("internal");
    expect(reports).toEqual([]); // it waits for the report of the thread
    workers[0].onerror(event);
    expect(reports.map((report) => report.code)).toEqual([code]);
    expect(codeOf(() => core.maxTokens())).toBe("internal");
  });

  test("and whose worker says nothing is reported all the same", async () => {
    const { core, reports } = coreOf(trapping(unwind), { threads: 2 });
    await core.startThreads();
    const reported = new Promise((resolve) => core.onStopped(resolve));
    expect(codeOf(() => core.labels())).toBe("internal");
    expect(await reported).toMatchObject({ code: "internal" });
    expect(reports).toEqual([]);
  });

  test("between two calls stops the core, too, and is kept from the page", async () => {
    const handle = trapping(unwind);
    const { core, workers, reports } = coreOf(handle, { threads: 2 });
    await core.startThreads();
    let prevented = 0;
    workers[0].onerror({ message: "Uncaught Error: boom", preventDefault: () => prevented++ });
    expect([reports.length, prevented, handle.calls]).toEqual([1, 1, 0]);
    expect(() => core.maxTokens()).toThrow("the WebAssembly core stopped: Uncaught Error: boom");
    expect(handle.calls).toBe(0);
  });

  test("before it has started leaves the core on one thread", async () => {
    const { core, workers, reports } = coreOf(trapping(unwind), { threads: 2, starts: false });
    const starting = core.startThreads();
    await turn();
    workers[0].onerror({ message: "no such script" });
    await starting;
    expect([core.threads, core.maxTokens(), reports.length]).toEqual([1, 1, 0]);
  });
});
