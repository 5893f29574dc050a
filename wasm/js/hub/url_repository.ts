// SPDX-License-Identifier: Apache-2.0

import { InvalidArgumentError } from "../base/errors.js";
import { headFile } from "./head.js";
import type { Manner } from "./head.js";
import type { HttpClient } from "./http.js";
import type { Subject } from "./http_error.js";
import { encodePath, isFilePath } from "./hub_id.js";
import type { RemoteFile } from "./remote_file.js";
import { askOnce } from "./repository.js";
import type { Repository } from "./repository.js";

/** A model's address. */
export interface BaseUrl {
  /** What its files' paths come after, without a slash at its end. */
  base: string;
  /** What comes after each of these paths, from the `?` on, or empty. */
  query: string;
}

/**
 * Reads a model's address. The query may be a signature: it is no part of the model's name.
 *
 *     readBaseUrl('https://example.org/models/ner/?sig=1')
 *     // { base: 'https://example.org/models/ner', query: '?sig=1' }
 */
export function readBaseUrl(text: string): BaseUrl {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.hash !== "" || url.username !== "") {
    throw new InvalidArgumentError(
      "model: expected a URL that is a folder's, without user and fragment, found another",
    );
  }
  const { search: query } = url;
  url.search = "";
  return { base: url.href.replace(/\/+$/, ""), query };
}

/** Any server with a model's files under one address. It lists nothing, so each file is asked for. */
export function openUrlRepository(http: HttpClient, base: string): Repository {
  const found = new Map<string, Promise<RemoteFile | undefined>>();
  const manner: Manner = {};
  const subject = (file: string | undefined): Subject => ({
    model: base,
    revision: undefined,
    file,
    page: undefined,
    hasToken: http.hasToken,
    passToken: http.transport.hints.passToken,
  });
  return {
    commit: undefined,
    manner,
    subject,
    find: (path, signal, attempts) => {
      if (!isFilePath(path)) return Promise.resolve(undefined);
      const url = `${base}/${encodePath(path)}`;
      return askOnce(found, path, () =>
        headFile({ http, url, path, subject: subject(path), signal, manner, attempts }),
      );
    },
  };
}
