// SPDX-License-Identifier: Apache-2.0
// Opens the side panel, tells it what was chosen in a menu, and starts the document that holds the model. It sees no
// text: Chrome may stop a service worker at any time, so the panel asks the page itself.

const menus = [
  { id: "mask-field", title: "Mask this field", contexts: ["editable"] },
  { id: "show-selection", title: "Show with its values", contexts: ["selection"] },
];

/** What was chosen, until the panel takes it. */
let chosen;

chrome.runtime.onInstalled.addListener(() => {
  for (const menu of menus) chrome.contextMenus.create(menu);
});

// Chrome opens a panel only in direct answer to a click, and lets the extension into the page only then, too.
function openPanel({ windowId }) {
  chrome.sidePanel.open({ windowId }).catch(console.warn);
}

chrome.action.onClicked.addListener(openPanel);

chrome.contextMenus.onClicked.addListener(({ menuItemId, frameId }, tab) => {
  openPanel(tab);
  chosen = { action: menuItemId, tabId: tab.id, frameId };
  // One that is not open yet asks by itself.
  chrome.runtime.sendMessage({ to: "panel" }).catch(() => undefined);
});

/** Starts the offscreen document where it does not run; here, since there is one service worker for all panels. */
async function startMasker() {
  const [url, reasons, justification] = ["offscreen.html", ["WORKERS"], "runs a model in a worker"];
  const contextTypes = ["OFFSCREEN_DOCUMENT"];
  if ((await chrome.runtime.getContexts({ contextTypes })).length > 0) return;
  await chrome.offscreen.createDocument({ url, reasons, justification });
}

/** The start that is under way: a document that is there may not listen yet. */
let starting;

const answers = {
  start: async () => {
    starting ??= startMasker().finally(() => (starting = undefined));
    await starting;
  },
  take: async () => {
    const taken = chosen;
    chosen = undefined;
    return taken;
  },
};

chrome.runtime.onMessage.addListener(({ to, action }, sender, answer) => {
  if (to !== "background") return false;
  answers[action]().then(
    (result) => answer({ result }),
    ({ message }) => answer({ error: message }),
  );
  return true;
});
