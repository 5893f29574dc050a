// SPDX-License-Identifier: Apache-2.0
//
// What reads the bytes of a file as text. It is a file of its own in dist/web, since a page that nobody
// drops a file on has no use for it: the widget imports ./text.js once there is one. Its errors are told by
// their code (hasCode), as they are of other classes than index.js's.

export { decodeText } from "../../wasm/js/base/text_file.js";
