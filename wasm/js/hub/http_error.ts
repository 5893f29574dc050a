// SPDX-License-Identifier: Apache-2.0

import { HubError } from "../base/errors.js";
import type { HttpAnswer } from "./http_answer.js";
import { TransientError } from "./retry.js";

/** What a request was for. */
export interface Subject {
  /** The model's id or base URL. */
  model: string;
  revision: string | undefined;
  /** Undefined for the list of the model's files. */
  file: string | undefined;
  /** The model's page, where terms are accepted; undefined for a plain URL. */
  page: string | undefined;
  hasToken: boolean;
  /** How one is passed, on this host. */
  passToken: string;
}

const transient = [408, 425, 429, 500, 502, 503, 504];

/**
 * The error of an answer that is none of what was asked for: what was expected, what was found, and
 * what to do. A TransientError where another try may help.
 *
 *     owner/name: expected model.safetensors, found 403 (Access to model owner/name is restricted…):
 *     accept its terms at https://huggingface.co/owner/name, and pass a token …
 */
export function statusError(answer: HttpAnswer, subject: Subject): HubError | TransientError {
  const { status, headers, url } = answer;
  const wait = retryAfter(headers);
  const said = serverMessage(headers);
  const message =
    `${subject.model}: expected ${subject.file ?? "its list of files"}, found ${status}` +
    `${said === "" ? "" : ` (${said})`}: ${advice(answer, subject, wait)}`;
  const error = new HubError(message, { status, url });
  return transient.includes(status) ? new TransientError(error, { wait }) : error;
}

function advice(answer: HttpAnswer, subject: Subject, wait: number | undefined): string {
  const { status, headers, isOwn } = answer;
  if (status === 429) return `too many requests; ${retryAdvice(wait)}, or pass a token`;
  if (status >= 500) return `the server is in trouble; ${retryAdvice(wait)}`;
  if (!isOwn) return `the server that has the file refused it; try again`;
  const code = headers.get("x-error-code");
  if (code === "GatedRepo") {
    const terms = `accept its terms${subject.page === undefined ? "" : ` at ${subject.page}`}`;
    return subject.hasToken
      ? `${terms} with the token's account`
      : `${terms}, and ${subject.passToken}`;
  }
  if (subject.page === undefined && code === null && status < 404) {
    return "the host refused it: check the address and the headers";
  }
  if (status === 401) {
    return subject.hasToken
      ? "there is no such model, or the token is not valid for it"
      : `there is no such model, or it is private: check the name, or ${subject.passToken}`;
  }
  if (status === 403) {
    return subject.hasToken
      ? "the token may not read this model"
      : `it is not public: ${subject.passToken}`;
  }
  if (code === "RevisionNotFound") return `there is no revision ${subject.revision ?? ""}`;
  if (code === "EntryNotFound") return "the model has no such file";
  if (status === 404) return "there is no such model, check the name";
  return "check the name";
}

function retryAdvice(wait: number | undefined): string {
  return wait === undefined ? "try again later" : `try again in ${Math.ceil(wait / 1000)} s`;
}

/** Milliseconds; the header has seconds or a date. */
function retryAfter(headers: Headers): number | undefined {
  const value = headers.get("retry-after")?.trim();
  if (value === undefined || value === "") return undefined;
  const wait = /^\d+$/.test(value) ? 1000 * Number(value) : Date.parse(value) - Date.now();
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

/** The server's own words, which are not ours to trust with a terminal. */
function serverMessage(headers: Headers): string {
  const text = headers.get("x-error-message") ?? "";
  return text.replace(/[^\x20-\x7e]+/g, " ").slice(0, 200);
}
