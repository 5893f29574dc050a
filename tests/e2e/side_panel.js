// SPDX-License-Identifier: Apache-2.0
// A click on an extension's icon, and the side panel that it opens: Playwright knows neither, the browser's own
// protocol does.

import { writeFileSync } from "node:fs";

import { until } from "../js/support.js";

/** What the browser has to be started with. */
export const clickable = ["--enable-unsafe-extension-debugging"];

/**
 * Clicks the icon of an extension at a tab, as a person does, which lets the extension into the tab, and gives the panel
 * that opens.
 */
export async function clickIcon(context, { id, url }) {
  const client = await context.browser().newBrowserCDPSession();
  const targetAt = async (type, address) => {
    const { targetInfos } = await client.send("Target.getTargets", { filter: [{ type }] });
    return targetInfos.find((target) => target.url === address)?.targetId;
  };
  const targetId = await targetAt("tab", url);
  await client.send("Extensions.triggerAction", { id, targetId });
  const panel = `chrome-extension://${id}/panel.html`;
  const attached = await attach(client, await until(() => targetAt("page", panel), "a side panel"));
  const isComplete = () => attached.evaluate("document.readyState === 'complete'");
  await until(isComplete, "a panel whose scripts have run");
  return attached;
}

/** What tests do with a target that Playwright has no page for. */
async function attach(client, targetId) {
  const { sessionId } = await client.send("Target.attachToTarget", { targetId, flatten: false });
  const answers = new Map();
  client.on("Target.receivedMessageFromTarget", ({ sessionId: of, message }) => {
    const { id, result, error } = JSON.parse(message);
    if (of === sessionId) answers.get(id)?.(error ?? result);
  });
  let count = 0;
  const send = (method, params) =>
    new Promise((resolve, reject) => {
      const id = ++count;
      answers.set(id, resolve);
      const message = JSON.stringify({ id, method, params });
      client.send("Target.sendMessageToTarget", { sessionId, message }).catch(reject);
    });
  /** Runs an expression there, as after a click. */
  const evaluate = async (expression) => {
    const options = { awaitPromise: true, returnByValue: true, userGesture: true };
    const { result } = await send("Runtime.evaluate", { expression, ...options });
    return result.value;
  };
  return {
    evaluate,
    click: (selector) => evaluate(`document.querySelector(${JSON.stringify(selector)}).click()`),
    textOf: (selector) =>
      evaluate(`document.querySelector(${JSON.stringify(selector)})?.innerText`),
    screenshot: async (file) => {
      const { data } = await send("Page.captureScreenshot", {});
      writeFileSync(file, Buffer.from(data, "base64"));
    },
  };
}
