// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";
import { Validator } from "@seriousme/openapi-schema-validator";

import { openApi } from "../../dist/node/server/openapi.js";

test("the document is one of OpenAPI 3.1, by its published schema", async () => {
  const validator = new Validator();
  expect(await validator.validate(openApi("1.0.0"))).toEqual({ valid: true });
  expect(validator.version).toBe("3.1");
  const spoilt = { ...openApi("1.0.0"), paths: [] };
  expect((await new Validator().validate(spoilt)).valid).toBe(false);
});
