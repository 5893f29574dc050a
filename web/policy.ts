// SPDX-License-Identifier: Apache-2.0
//
// The page's content security policy, as far as it can be seen from within: by what it has forbidden, and by
// Trusted Types.

/** Notes from now on whether a directive such as `connect-src` forbids something. */
export interface PolicyWatch {
  isViolated: () => boolean;
  end: () => void;
}

export function watchPolicy(directive: string): PolicyWatch {
  const listening = new AbortController();
  let isViolated = false;
  globalThis.addEventListener(
    "securitypolicyviolation",
    ({ effectiveDirective }) => {
      isViolated ||= effectiveDirective === directive;
    },
    { signal: listening.signal },
  );
  return {
    isViolated: () => isViolated,
    end: () => {
      listening.abort();
    },
  };
}

/** https://www.w3.org/TR/trusted-types/, as far as it is needed; not all browsers have it. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL: (url: string) => string };
}

/** The name of our policy, for pages whose own has `trusted-types`. */
export const trustedName = "xlmr-ner";

let trust: ((url: string) => string) | undefined;

/**
 * A script's address as `new Worker()` takes it where a page has `require-trusted-types-for 'script'`. It is
 * one of the package's own files, or what the caller has named. Throws where the page's policy does not
 * allow ours.
 */
export function trustedScript(url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (trustedTypes === undefined) return url;
  if (trust === undefined) {
    const policy = trustedTypes.createPolicy(trustedName, { createScriptURL: (each) => each });
    trust = (each) => policy.createScriptURL(each);
  }
  return trust(url);
}
