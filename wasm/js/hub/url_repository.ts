// SPDX-License-Identifier: Apache-2.0

import { InvalidArgumentError } from "../base/errors.js";
import { headFile } from "./head.js";
import type { HttpClient } from "./http.js";
import type { Subject } from "./http_error.js";
import { encodePath, isFilePath } from "./hub_id.js";
import type { RemoteFile } from "./remote_file.js";
import { askOnce } from "./repository.js";
import type { Repository } from "./repository.js";

/**
 * The base of a model's addresses, without a slash at its end:
 *
 *     checkBaseUrl('https://example.org/models/ner/') // 'https://example.org/models/ner'
 */
export function checkBaseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.search !== "" || url.hash !== "" || url.username !== "") {
    throw new InvalidArgumentError(
      "model: expected a URL that is a folder's, without user, query and fragment, found another",
    );
  }
  return url.href.replace(/\/+$/, "");
}

/** Any server with a model's files under one address. It lists nothing, so each file is asked for. */
export function openUrlRepository(http: HttpClient, base: string): Repository {
  const found = new Map<string, Promise<RemoteFile | undefined>>();
  const subject = (file: string | undefined): Subject => ({
    model: base,
    revision: undefined,
    file,
    page: undefined,
    hasToken: http.hasToken,
  });
  return {
    commit: undefined,
    subject,
    find: (path, signal) => {
      if (!isFilePath(path)) return Promise.resolve(undefined);
      const url = `${base}/${encodePath(path)}`;
      return askOnce(found, path, () => headFile(http, url, path, subject(path), signal));
    },
  };
}
