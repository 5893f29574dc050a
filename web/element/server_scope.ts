// SPDX-License-Identifier: Apache-2.0
//
// What of a page the widget's modules touch while they are imported, lit's included: the build puts these
// in place of the globals. So a server may import the element, where it does nothing; no global is made
// up for others to find, as lit's own build for servers does it.

const scope = globalThis as { HTMLElement?: unknown; document?: unknown };

const element = scope.HTMLElement ?? Object;
const page = scope.document ?? { createTreeWalker: () => ({}) };

export { element as HTMLElement, page as document };
