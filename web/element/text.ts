// SPDX-License-Identifier: Apache-2.0
//
// What reads the bytes of a file as text. It is a file of its own in dist/web, since a page that nobody
// drops a file on has no use for it: `const { decodeText } = await import("./text.js")`. Its errors are
// told by their code (hasCode), as they are of other classes than index.js's.

export { decodeText } from "../../wasm/js/base/text_file.js";
