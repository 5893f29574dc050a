// SPDX-License-Identifier: Apache-2.0

/** That of package.json. */
export const version = "0.1.0";
