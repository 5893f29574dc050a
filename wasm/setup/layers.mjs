// SPDX-License-Identifier: Apache-2.0
//
// The one direction in which the parts of this repository may use each other.
import { readTree } from "./tree.mjs";

// From the lowest up; two on one level do not know each other.
const cppLayers = [["base"], ["text", "engine"], ["ner"]];
const levelOf = (path) => cppLayers.findIndex((level) => level.includes(folderOf(path)));
const folderOf = (path) => path.split("/")[0];
// What each folder of TypeScript may import besides its own files.
const tsRules = [
  { folder: "wasm/js/", allowed: [/^wasm\/js\//], packages: /^(?!node:)/ },
  { folder: "node/", allowed: [/^node\//, /^wasm\/js\//], packages: /./ },
  { folder: "web/", allowed: [/^web\//, /^wasm\/js\//], packages: /^(?!node:)/ },
];

/**
 * The breaches of the layering, each as "FILE: uses WHAT": a layer of src/ that includes a higher
 * one or another of its level, a shared TypeScript file that imports a host's or a node: module.
 */
export async function layerBreaches(repository) {
  const breaches = [];
  for (const [path, bytes] of await readTree(`${repository}/src`)) {
    const level = levelOf(path);
    if (level < 0 || !/\.(h|cc)$/.test(path)) continue;
    for (const [, header] of bytes.toString().matchAll(/#include "([^"]+)"/g)) {
      const used = levelOf(header);
      const isOwn = folderOf(header) === folderOf(path);
      if (used >= level && !isOwn) breaches.push(`src/${path}: uses ${header}`);
    }
  }
  for (const { folder, allowed, packages } of tsRules) {
    for (const [path, bytes] of await readTree(`${repository}/${folder}`)) {
      if (!path.endsWith(".ts")) continue;
      for (const [, specifier] of bytes
        .toString()
        .matchAll(/\b(?:from|import)\s*\(?\s*["']([^"']+)["']/g)) {
        const isFile = specifier.startsWith(".");
        const target = isFile
          ? new URL(specifier, `file:///${folder}${path}`).pathname.slice(1)
          : specifier;
        const fine = isFile ? allowed.some((rule) => rule.test(target)) : packages.test(specifier);
        if (!fine) breaches.push(`${folder}${path}: uses ${specifier}`);
      }
    }
  }
  return breaches;
}
