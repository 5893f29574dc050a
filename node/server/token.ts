// SPDX-License-Identifier: Apache-2.0

import { createHash, timingSafeEqual } from "node:crypto";

/**
 * Whether a request's `Authorization` has the token, in a time that says nothing of how much of it was right: hashes
 * are compared, which are equally long whatever was sent.
 *
 *     const isAllowed = tokenCheck("secret");
 *     isAllowed("Bearer secret") // true
 */
export function tokenCheck(
  token: string | undefined,
): (authorization: string | undefined) => boolean {
  if (token === undefined) return () => true;
  const wanted = hash(token);
  return (authorization = "") => {
    const [, found = ""] = /^Bearer +(.*)$/i.exec(authorization) ?? [];
    return timingSafeEqual(hash(found), wanted);
  };
}

function hash(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
