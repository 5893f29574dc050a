// SPDX-License-Identifier: Apache-2.0

import { argumentError, checkNames, isStrings, oneOf } from "../base/checks.js";
import { amountRecognizer } from "./amount.js";
import { birthdateRecognizer } from "./birthdate.js";
import { cardRecognizer } from "./card.js";
import { emailRecognizer } from "./email.js";
import { ibanRecognizer } from "./iban.js";
import { idCountries, idRecognizer } from "./id.js";
import { ipRecognizer } from "./ip.js";
import { macRecognizer } from "./mac.js";
import { phoneRecognizer } from "./phone.js";
import { isPhoneCountry } from "./phone_numbers.js";
import { secretRecognizer } from "./secret.js";
import type { Recognizer } from "./types.js";
import { urlRecognizer } from "./url.js";

/** The recognisers of the package, by what they find. */
export type RecognizerName =
  | "email"
  | "url"
  | "ip"
  | "mac"
  | "phone"
  | "iban"
  | "card"
  | "id"
  | "secret"
  | "birthdate"
  | "amount";

/** Which recognisers are made. */
export interface RecognizerOptions {
  /** These alone. Default: all but `birthdate` and `amount`. */
  include?: readonly RecognizerName[] | undefined;
  /** All but these, of the default or of `include`. */
  exclude?: readonly RecognizerName[] | undefined;
  /**
   * Countries (ISO 3166-1, `DE`) whose telephone numbers are found without a calling code, and whose numbers of
   * persons. Default: those of the model's 22 languages and their neighbours.
   */
  countries?: readonly string[] | undefined;
}

type Countries = readonly string[] | undefined;

const makers: Record<RecognizerName, (countries: Countries) => Recognizer> = {
  email: emailRecognizer,
  url: urlRecognizer,
  ip: ipRecognizer,
  mac: macRecognizer,
  phone: (countries) => phoneRecognizer(countries?.filter(isPhoneCountry)),
  iban: ibanRecognizer,
  card: cardRecognizer,
  id: idRecognizer,
  secret: secretRecognizer,
  birthdate: birthdateRecognizer,
  amount: amountRecognizer,
};

const all = Object.keys(makers) as RecognizerName[];
const usual = all.filter((name) => name !== "birthdate" && name !== "amount");

/**
 * Recognisers for what a network should not guess, in the order of their names in RecognizerName. Each finds its
 * values alone, so a text's records may overlap: a number may be both an IP address and the host of a URL.
 *
 *     createRecognizers({ exclude: ["url"], countries: ["DE", "AT"] })
 *
 * Throws an InvalidArgumentError for a name or country that does not exist.
 */
export function createRecognizers(options?: RecognizerOptions): Recognizer[] {
  checkNames("option", options, ["include", "exclude", "countries"]);
  const include = namesOf("include", options?.include) ?? usual;
  const exclude = namesOf("exclude", options?.exclude) ?? [];
  const countries = countriesOf(options?.countries);
  return all
    .filter((name) => include.includes(name) && !exclude.includes(name))
    .map((name) => makers[name](countries));
}

function namesOf(option: string, names: unknown): RecognizerName[] | undefined {
  if (names === undefined) return undefined;
  if (!Array.isArray(names)) throw argumentError(option, "a list of names", names);
  return names.map((name) => oneOf(option, all, name));
}

function countriesOf(countries: unknown): Countries {
  if (countries === undefined) return undefined;
  if (!isStrings(countries))
    throw argumentError("countries", "a list of codes such as 'DE'", countries);
  const unknown = countries.find((code) => !isPhoneCountry(code) && !idCountries.includes(code));
  if (unknown !== undefined)
    throw argumentError("countries", "codes of ISO 3166-1 such as 'DE'", unknown);
  return countries;
}
