// SPDX-License-Identifier: Apache-2.0

/**
 * Names at the hub, and the addresses made of them. Nothing that is not of the hub's own grammar gets
 * into an address or a path of the cache.
 *
 *     isHubId('tsmatz/xlm-roberta-ner-japanese') // true
 *     fileUrl('https://huggingface.co', 'a/b', 'main', 'onnx/model.onnx')
 *     // 'https://huggingface.co/a/b/resolve/main/onnx/model.onnx'
 */

export const defaultEndpoint = "https://huggingface.co";

export const defaultRevision = "main";

/** One part of an id: letters, digits, `-`, `_` and `.`, the last two neither first nor last. */
const part = "[A-Za-z0-9_](?:[A-Za-z0-9._-]{0,94}[A-Za-z0-9_])?";
const idPattern = new RegExp(`^(?:${part}/)?${part}$`);

/** `owner/name`, or `name` alone, by the rules of huggingface_hub's validate_repo_id. */
export function isHubId(text: string): boolean {
  return idPattern.test(text) && !/--|\.\.|\.git$/.test(text);
}

/** A branch, a tag, a commit or `refs/pr/1`: what is a relative path without `..`, too. */
export function isRevision(text: string): boolean {
  return text.length <= 256 && /^[\w.+-]+(?:\/[\w.+-]+)*$/.test(text) && !isDotted(text);
}

/** A file within a repository: a relative path that stays inside. */
export function isFilePath(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- no system's paths have them
  return /^[^/\\:\u0000-\u001f]+(?:\/[^/\\:\u0000-\u001f]+)*$/.test(text) && !isDotted(text);
}

function isDotted(path: string): boolean {
  return path.split("/").some((name) => name === "." || name === "..");
}

export function isCommit(text: string): boolean {
  return /^[0-9a-f]{40}$/.test(text);
}

/** Where the hub describes one revision of a model, with the sizes and hashes of its files. */
export function revisionUrl(endpoint: string, id: string, revision: string): string {
  return `${endpoint}/api/models/${id}/revision/${encodeURIComponent(revision)}?blobs=true`;
}

export function fileUrl(endpoint: string, id: string, revision: string, path: string): string {
  return `${endpoint}/${id}/resolve/${encodeURIComponent(revision)}/${encodePath(path)}`;
}

export function encodePath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
