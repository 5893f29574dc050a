// SPDX-License-Identifier: Apache-2.0

import type { HttpClient, HttpRequest } from "./http.js";
import type { HttpAnswer } from "./http_answer.js";
import { statusError } from "./http_error.js";
import type { Subject } from "./http_error.js";
import { digestOf } from "./remote_file.js";
import type { RemoteFile } from "./remote_file.js";
import { TransientError, retrying } from "./retry.js";

/** What a server's answers have told of it. */
export interface Manner {
  /** By which a file was found there; undefined until one was. */
  method?: HttpRequest["method"];
  /** The status by which it refused what was then taken for absent. */
  refusal?: number;
}

/** One question about one file. */
export interface FileQuestion {
  http: HttpClient;
  url: string;
  /** Within the model. */
  path: string;
  subject: Subject;
  signal: AbortSignal;
  manner: Manner;
  /** Tries to reach the server; by default as many as for a download. */
  attempts?: number | undefined;
}

/**
 * What a server says about one file, without its bytes; undefined where there is none. The hub answers
 * HEAD for a large file with a redirect to another host, and with what it stores of the file in
 * X-Linked-Etag (the sha256) and X-Linked-Size; for a small one ETag is Git's hash. A plain server's
 * ETag may be anything. Where HEAD is refused, GET may not be. An object store answers 403 for what it
 * has not, to those who may not list it: once it gave one file, what it refuses is not there.
 *
 *     await headFile({ url: 'https://bucket.example/ner/config.json', manner: {}, … })
 *     // { path: 'config.json', size: 810, … }; manner is { method: 'HEAD' } now
 */
export async function headFile(question: FileQuestion): Promise<RemoteFile | undefined> {
  const { subject, manner } = question;
  let { method = "HEAD" } = manner;
  const isKnown = manner.method !== undefined;
  // A browser hides an answer that lacks the headers of CORS, as one that refuses HEAD may.
  const mayHide = !isKnown && question.http.transport.redirect === "follow";
  let answer = mayHide
    ? await ask(question, method, 1).catch(() => undefined)
    : await ask(question, method, question.attempts);
  if (answer === undefined || (method === "HEAD" && refusesHead(answer, isKnown))) {
    method = "GET";
    answer = await ask(question, method, question.attempts);
  }
  if (isFound(answer)) {
    manner.method ??= method;
    return describe(question, answer);
  }
  if (isOfModel(answer)) throw statusError(answer, subject);
  const { status } = answer;
  if ([200, 404, 410].includes(status)) return undefined;
  if (!isKnown || (status !== 401 && status !== 403)) throw statusError(answer, subject);
  manner.refusal = status;
  return undefined;
}

async function ask(
  { http, url, subject, signal }: FileQuestion,
  method: HttpRequest["method"],
  attempts?: number,
): Promise<HttpAnswer> {
  const headers: Record<string, string> = { "accept-encoding": "identity" };
  // One byte will do, where the answer then says how many there are.
  if (method === "GET" && http.transport.redirect === "manual") headers["range"] = "bytes=0-0";
  return retrying(
    async () => {
      const answer = await http.send({
        model: subject.model,
        method,
        url,
        signal,
        headers,
        isEnough: ({ headers }) => headers.has("x-linked-etag"),
      });
      await answer.cancel();
      const error = isFound(answer) ? undefined : statusError(answer, subject);
      if (error instanceof TransientError) throw error;
      return answer;
    },
    { transport: http.transport, signal, ...(attempts && { attempts }) },
  );
}

/** A signature may be for GET alone. */
function refusesHead({ status, headers }: HttpAnswer, isKnown: boolean): boolean {
  if (headers.has("x-error-code")) return false;
  return status === 405 || status === 501 || (!isKnown && [400, 401, 403].includes(status));
}

function isFound({ status, headers }: HttpAnswer): boolean {
  if (status === 200 || status === 206) return !isPage(headers);
  if (status === 416) return contentRange(headers).total === 0;
  return status >= 300 && status < 400 && headers.has("x-linked-etag");
}

/** Whether the hub says that it is the model or revision that is not to be had, not the file. */
function isOfModel({ headers }: HttpAnswer): boolean {
  return (headers.get("x-error-code") ?? "EntryNotFound") !== "EntryNotFound";
}

/** Servers of single-page applications answer with their page for what they have not. */
export function isPage(headers: Headers): boolean {
  return /^text\/html\b/.test(headers.get("content-type") ?? "");
}

async function describe(
  { http, url, path }: FileQuestion,
  answer: HttpAnswer,
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

function sizeOf({ status, headers, hidesHeaders }: HttpAnswer): number | undefined {
  const { total } = contentRange(headers);
  if (status !== 200 && total >= 0) return total;
  const linked = headers.get("x-linked-size");
  // The length of a compressed body is not the file's, and it may not say that it is compressed.
  const isUnknown = status === 206 || hidesHeaders || headers.has("content-encoding");
  const value = linked ?? (isUnknown ? null : headers.get("content-length"));
  return value !== null && /^\d{1,15}$/.test(value) ? Number(value) : undefined;
}

/** What a range is of; -1 for what the answer does not say. An empty file has none, and says so. */
export function contentRange(headers: Headers): { start: number; total: number } {
  const value = headers.get("content-range") ?? "";
  const match = /^bytes (?:(\d+)-\d+|\*)\/(\d+)$/.exec(value);
  return { start: Number(match?.[1] ?? -1), total: Number(match?.[2] ?? -1) };
}

function plainEtag(etag: string | null): string | undefined {
  return etag?.replace(/^W\//, "").replaceAll('"', "");
}
