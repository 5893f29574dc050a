// SPDX-License-Identifier: Apache-2.0

import { until } from "../js/support.js";

/**
 * What the tasks of a page's main thread took while `body` ran, in milliseconds: the longest by the
 * thread's own clock, and by the clock on the wall. The wall counts other programs, too, so on a busy
 * machine it says little; a task that needs less than 50 ms of the thread is no long one by itself.
 *
 * Tasks that answer the debugger are no work of the page's: Playwright's locators walk all of a document,
 * which takes 50 ms where there are thousands of entities. What is measured is clicked by pointAt(),
 * as a locator's own click listens in the page and looks at what it hits.
 */
export async function longestTask(page, body) {
  const browser = page.context().browser();
  const categories = ["toplevel", "disabled-by-default-devtools.timeline"];
  await browser.startTracing(page, { categories });
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
  const ofMain = events.filter((each) => mains.has(key(each)));
  const asked = ofMain.filter(isOfDebugger);
  const isPage = (task) =>
    !asked.some(
      (each) => key(each) === key(task) && each.ts >= task.ts && each.ts < task.ts + task.dur,
    );
  const tasks = ofMain.filter((each) => each.name === "RunTask" && isPage(each));
  if (tasks.length === 0)
    throw new Error("expected tasks of a main thread in the trace, found none");
  const most = (field) => Math.round(Math.max(...tasks.map((each) => each[field] ?? 0)) / 1000);
  return { cpu: most("tdur"), wall: most("dur") };
}

const isOfDebugger = ({ name, args }) =>
  name === "Receive mojo message" &&
  args?.chrome_mojo_event_info?.mojo_interface_tag === "blink.mojom.DevToolsSession";

/** Where to click a button of the page or the widget: in the middle of the window, when it stays there. */
export async function pointAt(page, name) {
  const button = page.getByRole("button", { name, exact: true });
  let last;
  const stays = async () => {
    const { x, y } = await button.evaluate((node) => {
      node.scrollIntoView({ block: "center" });
      const { left, top, width, height } = node.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    });
    const before = last;
    last = { x, y };
    return x === before?.x && y === before.y;
  };
  await until(stays, `the button ${name} in one place`, { interval: 100 });
  return () => page.mouse.click(last.x, last.y);
}
