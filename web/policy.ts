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

/** Of https://www.w3.org/TR/trusted-types/ what is needed here. */
interface TrustedPolicy {
  createScriptURL: (url: string) => string;
}

/** Not all browsers have it. */
interface TrustedTypes {
  /** The page's own for all that is not trusted otherwise. */
  defaultPolicy: TrustedPolicy | null;
  createPolicy(name: string, rules: TrustedPolicy): TrustedPolicy;
}

/** The name of our policy, for pages whose own has `trusted-types`. */
export const trustedName = "xlmr-ner";

let own: TrustedPolicy | undefined;

/**
 * A script's address as `new Worker()` takes it where a page has `require-trusted-types-for 'script'`. It is
 * one of the package's own files, or what the caller has named. Throws where the page has no default policy
 * that lets it through, and does not allow ours.
 */
export function trustedScript(url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (trustedTypes === undefined) return url;
  try {
    if (trustedTypes.defaultPolicy !== null) return trustedTypes.defaultPolicy.createScriptURL(url);
  } catch {
    // It is for other things, such as markup.
  }
  own ??= trustedTypes.createPolicy(trustedName, { createScriptURL: (each) => each });
  return own.createScriptURL(url);
}
