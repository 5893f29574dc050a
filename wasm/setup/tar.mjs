// SPDX-License-Identifier: Apache-2.0

const blockSize = 512;

/**
 * The regular files of an uncompressed tar archive (ustar, pax and GNU long names), in memory, so
 * that nothing is written before it is verified. Links, devices and folders are left out.
 *
 *     readTar(bytes).get('yyjson-0.10.0/src/yyjson.h')  // Buffer
 */
export function readTar(archive) {
  const files = new Map();
  let longName;
  for (let at = 0; at + blockSize <= archive.length;) {
    const header = archive.subarray(at, at + blockSize);
    if (header.every((byte) => byte === 0)) break;
    const size = parseSize(header);
    const start = at + blockSize;
    if (start + size > archive.length) throw new Error(`tar: entry at byte ${at} is cut off`);
    const body = archive.subarray(start, start + size);
    const type = String.fromCharCode(header[156]);
    if (type === "x") {
      longName = paxPath(body) ?? longName;
    } else if (type === "L") {
      longName = text(body);
    } else if (type !== "g") {
      if (type === "0" || type === "\0") files.set(longName ?? ustarName(header), body);
      longName = undefined;
    }
    at = start + Math.ceil(size / blockSize) * blockSize;
  }
  return files;
}

function text(bytes) {
  const end = bytes.indexOf(0);
  return bytes.toString("utf8", 0, end < 0 ? bytes.length : end);
}

function ustarName(header) {
  const name = text(header.subarray(0, 100));
  const prefix =
    header.toString("latin1", 257, 262) === "ustar" ? text(header.subarray(345, 500)) : "";
  return prefix ? `${prefix}/${name}` : name;
}

function parseSize(header) {
  const digits = text(header.subarray(124, 136)).trim();
  if (!/^[0-7]+$/.test(digits)) throw new Error(`tar: expected an octal size, found "${digits}"`);
  return parseInt(digits, 8);
}

/** A pax record is "LENGTH KEY=VALUE\n", LENGTH counting all its bytes. */
function paxPath(body) {
  for (let at = 0; at < body.length;) {
    const space = body.indexOf(0x20, at);
    const length = Number(body.toString("latin1", at, space));
    if (space < 0 || !(length > 0)) throw new Error("tar: broken pax header");
    const record = body.toString("utf8", space + 1, at + length - 1);
    if (record.startsWith("path=")) return record.slice("path=".length);
    at += length;
  }
  return undefined;
}
