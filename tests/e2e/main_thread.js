// SPDX-License-Identifier: Apache-2.0

/**
 * What the tasks of a page's main thread took while `body` ran, in milliseconds: the longest by the
 * thread's own clock, and by the clock on the wall. The wall counts other programs, too, so on a busy
 * machine it says little; a task that needs less than 50 ms of the thread is no long one by itself.
 */
export async function longestTask(page, body) {
  const browser = page.context().browser();
  await browser.startTracing(page, { categories: ["disabled-by-default-devtools.timeline"] });
  let events;
  try {
    await body();
  } finally {
    events = JSON.parse((await browser.stopTracing()).toString()).traceEvents;
  }
  const key = ({ pid, tid }) => `${pid} ${tid}`;
  const mains = new Set(
    events
      .filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain")
      .map(key),
  );
  const tasks = events.filter((each) => each.name === "RunTask" && mains.has(key(each)));
  if (tasks.length === 0)
    throw new Error("expected tasks of a main thread in the trace, found none");
  const most = (field) => Math.round(Math.max(...tasks.map((each) => each[field] ?? 0)) / 1000);
  return { cpu: most("tdur"), wall: most("dur") };
}
