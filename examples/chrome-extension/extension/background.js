// SPDX-License-Identifier: Apache-2.0
// Opens the side panel, and hands it the text that was selected. The model runs in the panel: a service
// worker may be stopped at any time, and cannot start workers.

const menu = "find-names";

chrome.sidePanel.setPanelBehavior({ openPanelOnActionClick: true });

chrome.runtime.onInstalled.addListener(() => {
  chrome.contextMenus.create({ id: menu, title: "Find names", contexts: ["selection"] });
});

chrome.contextMenus.onClicked.addListener(({ menuItemId, selectionText }, tab) => {
  if (menuItemId !== menu) return;
  // First of all: Chrome opens a panel only in direct answer to a click.
  chrome.sidePanel.open({ windowId: tab.windowId }).catch(console.warn);
  chrome.storage.session.set({ text: selectionText });
});
