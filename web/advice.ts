// SPDX-License-Identifier: Apache-2.0

/**
 * What helps where one of the package's own files is not at its address: it is served, and its address
 * is named in the option. Vite alone leaves files behind by a setting, and its optimizer's modules can be
 * told by their address.
 */
export function servedAdvice(what: string, option: string): string {
  return isOptimized()
    ? "put 'xlmr-ner' into optimizeDeps.exclude of Vite's settings"
    : `serve the package's ${what} and name its address in ${option}`;
}

/** `…/node_modules/.vite/deps/xlmr-ner.js?v=1a2b3c4d` */
function isOptimized(): boolean {
  return /\/deps\/[^/]*\?v=/.test(import.meta.url);
}
