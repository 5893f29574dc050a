// SPDX-License-Identifier: Apache-2.0

import { HubError } from "../base/errors.js";
import { headFile } from "./head.js";
import type { Manner } from "./head.js";
import type { HttpClient } from "./http.js";
import { statusError } from "./http_error.js";
import type { Subject } from "./http_error.js";
import { fileUrl, isCommit, isFilePath, revisionUrl } from "./hub_id.js";
import { digestOf } from "./remote_file.js";
import type { RemoteFile } from "./remote_file.js";
import { retrying } from "./retry.js";

/** The files of a remote model at one moment. */
export interface Repository {
  /** Undefined where the server knows no commits. */
  readonly commit: string | undefined;
  /** How a server is that lists nothing. */
  readonly manner?: Manner;
  subject(file: string | undefined): Subject;
  /** Undefined where there is no such file. */
  find(path: string, signal: AbortSignal, attempts?: number): Promise<RemoteFile | undefined>;
}

/** A revision of a model at the hub. */
export interface HubModel {
  http: HttpClient;
  endpoint: string;
  id: string;
  revision: string;
}

/** The most bytes that the hub's description of a model may have; usual ones have some 100 kB. */
const mostListing = 64 * 2 ** 20;

/**
 * Asks the hub which commit a revision is and what files it has, with sizes and hashes: one request,
 * `GET /api/models/{id}/revision/{revision}?blobs=true`. Files are then addressed by the commit, so
 * that all of them belong together whatever is pushed meanwhile.
 */
export async function openHubRepository(
  model: HubModel,
  signal: AbortSignal,
  attempts?: number,
): Promise<Repository> {
  const { http, endpoint, id } = model;
  const text = await retrying(() => fetchListing(model, signal), {
    transport: http.transport,
    signal,
    ...(attempts === undefined ? {} : { attempts }),
  });
  const { commit, files } = readListing(model, text);
  const found = new Map<string, Promise<RemoteFile | undefined>>();
  const subject = (file: string | undefined): Subject => subjectOf(model, file);
  return {
    commit,
    subject,
    find: (path, signal) => {
      const entry = files.get(path);
      if (entry === undefined || !isFilePath(path)) return Promise.resolve(undefined);
      const url = fileUrl(endpoint, id, commit, path);
      const { size, key } = entry;
      if (size !== undefined && key !== undefined) {
        return Promise.resolve({
          path,
          url,
          size,
          key,
          digest: digestOf(key),
          validator: undefined,
        });
      }
      // A mirror may leave out what `blobs=true` asks for.
      return askOnce(found, path, () =>
        headFile({ http, url, path, subject: subject(path), signal, manner: {} }),
      );
    },
  };
}

/** What was asked for once and answered is not asked again. */
export function askOnce<T>(
  known: Map<string, Promise<T>>,
  key: string,
  ask: () => Promise<T>,
): Promise<T> {
  const answer = known.get(key) ?? ask();
  known.set(key, answer);
  answer.catch(() => known.delete(key));
  return answer;
}

async function fetchListing(model: HubModel, signal: AbortSignal): Promise<string> {
  const { http, endpoint, id, revision } = model;
  const answer = await http.send({
    model: id,
    method: "GET",
    url: revisionUrl(endpoint, id, revision),
    signal,
    headers: { accept: "application/json" },
  });
  if (answer.status !== 200) {
    await answer.cancel();
    throw statusError(answer, subjectOf(model, undefined));
  }
  const text = await answer.text(mostListing);
  if (text === undefined) throw malformed(model, `more than ${mostListing} bytes`);
  return text;
}

export function subjectOf(
  { http, endpoint, id, revision }: HubModel,
  file: string | undefined,
): Subject {
  const { hasToken, transport } = http;
  const { passToken } = transport.hints;
  return { model: id, revision, file, page: `${endpoint}/${id}`, hasToken, passToken };
}

interface ListedFile {
  size: number | undefined;
  /** What the hub's ETag is: sha256 for large files, Git's hash for the others. */
  key: string | undefined;
}

function readListing(
  model: HubModel,
  text: string,
): { commit: string; files: Map<string, ListedFile> } {
  const { sha, siblings } = objectOf(parse(text));
  if (typeof sha !== "string" || !isCommit(sha)) throw malformed(model, "no commit");
  if (!Array.isArray(siblings)) throw malformed(model, "no files");
  const files = new Map<string, ListedFile>();
  for (const each of siblings as unknown[]) {
    const { rfilename, size, blobId, lfs } = objectOf(each);
    if (typeof rfilename !== "string") throw malformed(model, "a file without a name");
    const { sha256 } = objectOf(lfs);
    const key = sha256 ?? blobId;
    files.set(rfilename, {
      size: Number.isSafeInteger(size) && (size as number) >= 0 ? (size as number) : undefined,
      key: typeof key === "string" && digestOf(key) !== undefined ? key : undefined,
    });
  }
  return { commit: sha, files };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function malformed({ endpoint, id, revision, http }: HubModel, found: string): HubError {
  const url = revisionUrl(endpoint, id, revision);
  return new HubError(
    `${id}: expected the hub's description of the model from ${endpoint}, found ${found}: ` +
      `check ${http.transport.hints.endpoint}`,
    { url },
  );
}
