// SPDX-License-Identifier: Apache-2.0

/** Asks the offscreen document, which is started where it does not run. Throws what went wrong there. */
export async function ask(action, given = {}) {
  await send({ to: "background", action: "start" });
  return send(Object.assign({ to: "masker", action }, given));
}

/** What was chosen in a menu since this was asked the last time, if anything was. */
export function takeChosen() {
  return send({ to: "background", action: "take" });
}

async function send(message) {
  const { result, error } = await chrome.runtime.sendMessage(message);
  if (error !== undefined) throw new Error(error);
  return result;
}
