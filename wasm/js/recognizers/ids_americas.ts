// SPDX-License-Identifier: Apache-2.0
// The Americas, Australia, South Africa. Each rule names what it is taken from.

import { luhn, weighted } from "./check_digits.js";
import { isShortDate } from "./dates.js";
import type { IdRule } from "./id_rule.js";

/** The letters of a CURP, each worth its place. */
const mexican = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ";

export const americanRules: readonly IdRule[] = [
  {
    // Social Security Administration (US), POMS RM 10201.035: numbers that are never given; no check.
    country: "US",
    name: "SSN",
    shapes: "3-2-4!|3 2 4|9",
    form: (value) => /^(?!000|666|9)\d{3}(?!00)\d\d(?!0000)\d{4}$/.test(value),
    words: ["ssn", "social security", "social sec"],
  },
  {
    // Canada Revenue Agency: Luhn's check.
    country: "CA",
    name: "SIN",
    shapes: "3-3-3|3 3 3|9",
    check: (value) => luhn(value) && Number(value) > 0,
    words: ["sin", "social insurance", "nas", "assurance sociale"],
  },
  {
    // Secretaría de Gobernación (MX), instructivo CURP: weights 18 to 2, modulus 10.
    country: "MX",
    name: "CURP",
    shapes: "aaaa6aaaaaa2!|aaaa6aaaaaaa1!",
    form: (value) => isShortDate(value.slice(4), "ymd") && /^.{10}[HMX]/.test(value),
    check: (value) => {
      let sum = 0;
      for (let i = 0; i < 17; ++i) sum += mexican.indexOf(value.charAt(i)) * (18 - i);
      return (10 - (sum % 10)) % 10 === Number(value[17]);
    },
    words: ["curp"],
  },
  {
    // AFIP, ANSES (AR): modulus 11.
    country: "AR",
    name: "CUIT",
    shapes: "2-8-1!|11",
    form: (value) => /^(?:2[03-7]|3[034])/.test(value),
    check: (value) => {
      const digit = 11 - (weighted(value, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11);
      return (digit === 11 ? 0 : digit === 10 ? 9 : digit) === Number(value[10]);
    },
    words: ["cuit", "cuil"],
  },
  {
    // Registro Nacional de las Personas (AR): no check.
    country: "AR",
    name: "DNI",
    shapes: "2.3.3|8|7|1.3.3",
    words: ["dni", "documento"],
  },
  {
    // Servicio de Registro Civil (CL): modulus 11, 10 as K.
    country: "CL",
    name: "RUT",
    shapes: "2.3.3-1!|2.3.3-a!|1.3.3-1!|1.3.3-a!|8-a!|7-a!|8-1|7-1|9|8a",
    check: (value) => {
      const digits = value.slice(0, -1).padStart(8, "0");
      const rest = 11 - (weighted(digits, [3, 2, 7, 6, 5, 4, 3, 2]) % 11);
      return (rest === 11 ? "0" : rest === 10 ? "K" : String(rest)) === value.at(-1);
    },
    words: ["rut", "run"],
  },
  {
    // Registraduría Nacional (CO): no check.
    country: "CO",
    name: "cédula",
    shapes: "8|10|1.3.3.3|2.3.3",
    words: ["cédula", "cedula", "c.c", "ciudadanía"],
  },
  {
    // Receita Federal (BR): two digits of modulus 11.
    country: "BR",
    name: "CPF",
    shapes: "3.3.3-2!|9-2!|11",
    form: (value) => !/^(\d)\1*$/.test(value),
    check: (value) => {
      const digit = (weights: readonly number[]) => {
        const rest = weighted(value, weights) % 11;
        return rest < 2 ? 0 : 11 - rest;
      };
      return (
        digit([10, 9, 8, 7, 6, 5, 4, 3, 2]) === Number(value[9]) &&
        digit([11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) === Number(value[10])
      );
    },
    words: ["cpf", "cadastro de pessoa"],
  },
  {
    // Australian Taxation Office: modulus 11.
    country: "AU",
    name: "TFN",
    shapes: "3 3 3|9|3-3-3",
    check: (value) => weighted(value, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0 && Number(value) > 0,
    words: ["tfn", "tax file"],
  },
  {
    // Department of Home Affairs (ZA): day of birth, citizenship, Luhn's check.
    country: "ZA",
    name: "identity number",
    shapes: "13!|6 4 2 1!|6 4 3!",
    form: (value) => isShortDate(value, "ymd") && /^.{10}[0-2]/.test(value),
    check: luhn,
    words: ["identity number", "rsa id", "id number"],
  },
];
