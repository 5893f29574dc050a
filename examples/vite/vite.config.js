// SPDX-License-Identifier: Apache-2.0
// Nothing here is for the package itself: the headers let it use threads.

const headers = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};

export default { server: { headers }, preview: { headers } };
