// SPDX-License-Identifier: Apache-2.0

import { Metadata, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/core";
import type { CountryCode } from "libphonenumber-js/core";
import metadata from "libphonenumber-js/min/metadata";

export type { CountryCode };

/** The countries where the model's languages are spoken most. */
export const phoneCountries: readonly CountryCode[] = [
  ...([
    "DE",
    "US",
    "GB",
    "FR",
    "ES",
    "IT",
    "NL",
    "PL",
    "PT",
    "BR",
    "RU",
    "CN",
    "JP",
    "KR",
  ] as const),
  ...([
    "IN",
    "BD",
    "ID",
    "TH",
    "TR",
    "HU",
    "RO",
    "SE",
    "NO",
    "DK",
    "FI",
    "KZ",
    "AT",
    "CH",
    "BE",
  ] as const),
  ...(["CA", "AU", "IE", "NZ", "ZA", "MX", "AR", "CO", "CL", "TW"] as const),
];

export function isPhoneCountry(country: string): country is CountryCode {
  return isSupportedCountry(country as CountryCode, metadata);
}

/** What libphonenumber says of a number with a calling code, `+49 30 1234567`. */
export function judgeInternational(number: string): "valid" | "possible" | undefined {
  const parsed = parsePhoneNumberFromString(number, { extract: false }, metadata);
  if (parsed === undefined) return undefined;
  return parsed.isValid() ? "valid" : parsed.isPossible() ? "possible" : undefined;
}

/** Whether a number is one of some countries; without them, of all that are asked about. */
export type NationalTest = (number: string, among?: readonly string[]) => boolean;

/**
 * Whether a number without a calling code is one of these countries. The library takes some 30 µs for a number,
 * so it is asked of those alone whose published pattern the digits have.
 */
export function nationalJudge(countries: readonly CountryCode[]): NationalTest {
  const patterns = new Map<CountryCode, RegExp>();
  return (number, among) => {
    const digits = number.replace(/\D/g, "");
    return countries.some((country) => {
      if (among?.includes(country) === false) return false;
      const pattern = patterns.get(country) ?? patternOf(country);
      patterns.set(country, pattern);
      if (!pattern.test(digits)) return false;
      const options = { defaultCountry: country, extract: false };
      return parsePhoneNumberFromString(number, options, metadata)?.isValid() === true;
    });
  };
}

/** What a numbering plan of libphonenumber-js has besides what its types say (1.13.16). */
interface NationalPlan {
  nationalPrefixForParsing(): string | undefined;
  nationalNumberPattern(): string;
}

function patternOf(country: CountryCode): RegExp {
  const plan = new Metadata(metadata);
  plan.selectNumberingPlan(country);
  const found = plan.numberingPlan as unknown as NationalPlan;
  const prefix = found.nationalPrefixForParsing() ?? "";
  return new RegExp(`^(?:${prefix})?(?:${found.nationalNumberPattern()})$`);
}
