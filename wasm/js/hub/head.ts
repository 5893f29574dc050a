// SPDX-License-Identifier: Apache-2.0

import type { HttpClient } from "./http.js";
import type { HttpAnswer } from "./http_answer.js";
import { statusError } from "./http_error.js";
import type { Subject } from "./http_error.js";
import { digestOf } from "./remote_file.js";
import type { RemoteFile } from "./remote_file.js";
import { retrying } from "./retry.js";

/**
 * What a server says about one file, without its bytes; undefined where there is none. The hub answers
 * HEAD for a large file with a redirect to another host, and with what it stores of the file in
 * X-Linked-Etag (the sha256) and X-Linked-Size; for a small one ETag is Git's hash. A plain server's
 * ETag may be anything.
 */
export async function headFile(
  http: HttpClient,
  url: string,
  path: string,
  subject: Subject,
  signal: AbortSignal,
): Promise<RemoteFile | undefined> {
  const answer = await retrying(
    async () => {
      const answer = await http.send({
        model: subject.model,
        method: "HEAD",
        url,
        signal,
        headers: { "accept-encoding": "identity" },
        isEnough: ({ headers }) => headers.has("x-linked-etag"),
      });
      await answer.cancel();
      if (isFound(answer)) return answer;
      const error = statusError(answer, subject);
      if ([200, 404].includes(answer.status) && !isOfModel(answer)) return undefined;
      throw error;
    },
    { transport: http.transport, signal },
  );
  return answer === undefined ? undefined : describe(http, answer, url, path);
}

function isFound({ status, headers }: HttpAnswer): boolean {
  if (status === 200 && isPage(headers)) return false;
  return status === 200 || (status >= 300 && status < 400 && headers.has("x-linked-etag"));
}

/** Whether it is the model or revision that is missing, not the file. */
function isOfModel({ headers }: HttpAnswer): boolean {
  return ["RepoNotFound", "RevisionNotFound"].includes(headers.get("x-error-code") ?? "");
}

/** Servers of single-page applications answer with their page for what they have not. */
export function isPage(headers: Headers): boolean {
  return /^text\/html\b/.test(headers.get("content-type") ?? "");
}

async function describe(
  http: HttpClient,
  answer: HttpAnswer,
  url: string,
  path: string,
): Promise<RemoteFile> {
  const { headers } = answer;
  const etag = headers.get("etag");
  const size = sizeOf(answer);
  const isHub = headers.has("x-repo-commit");
  const key = isHub ? plainEtag(headers.get("x-linked-etag") ?? etag) : undefined;
  const digest = key === undefined || size === undefined ? undefined : digestOf(key);
  if (key !== undefined && digest !== undefined) {
    return { path, url, size, key, digest, validator: undefined };
  }
  const validator = validatorOf(headers);
  const identity = new TextEncoder().encode(`${url}\n${etag ?? validator ?? ""}\n${size ?? ""}`);
  const hash = http.transport.createHash("sha256", identity.length);
  hash.update(identity);
  return { path, url, size, key: `url-${await hash.digest()}`, digest: undefined, validator };
}

/** A weak ETag does not say that the bytes are the same, and is no good for If-Range. */
export function validatorOf(headers: Headers): string | undefined {
  const etag = headers.get("etag");
  const strong = etag?.startsWith("W/") === true ? null : etag;
  return strong ?? headers.get("last-modified") ?? undefined;
}

function sizeOf({ headers, hidesHeaders }: HttpAnswer): number | undefined {
  const linked = headers.get("x-linked-size");
  // The length of a compressed body is not the file's, and it may not say that it is compressed.
  const isUnknown = hidesHeaders || headers.has("content-encoding");
  const value = linked ?? (isUnknown ? null : headers.get("content-length"));
  return value !== null && /^\d{1,15}$/.test(value) ? Number(value) : undefined;
}

function plainEtag(etag: string | null): string | undefined {
  return etag?.replace(/^W\//, "").replaceAll('"', "");
}
