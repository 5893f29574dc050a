// SPDX-License-Identifier: Apache-2.0

import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";

import { run } from "./support.js";

let folder;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "xlmr-mask-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const two = "Angela Merkel met Emmanuel Macron in Paris.\nIn Paris sprach Merkel mit Macron.\n";

describe("xlmr-ner mask and unmask", () => {
  test("lines of standard input share a table, which a later call goes on with", async () => {
    const table = join(folder, "table.json");
    const { code, stdout, stderr } = await run(["mask", "--table", table], { input: two });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toBe(
      "[PER_1] met [PER_2] in [LOC_1].\nIn [LOC_1] sprach [PER_1b] mit [PER_2b].\n",
    );
    expect(statSync(table).mode & 0o777).toBe(0o600);
    const later = await run(["mask", "--table", table, "London is not Paris."]);
    expect(later.stdout).toBe("[LOC_2] is not [LOC_1].\n");
    const back = await run(["unmask", "--table", table], { input: stdout });
    expect(back).toMatchObject({ code: 0, stdout: two, stderr: "" });
  });

  test("--json has offsets of both texts; unknown placeholders are named on standard error", async () => {
    const table = join(folder, "json.json");
    const { stdout } = await run(["mask", "--json", "--table", table, "Emma is in Paris."]);
    const { text, replacements } = JSON.parse(stdout);
    for (const each of replacements) {
      expect("Emma is in Paris.".slice(each.start, each.end)).toBe(each.value);
      expect(text.slice(each.masked_start, each.masked_end)).toBe(each.replacement);
    }
    const back = await run(["unmask", "--table", table, "[LOC_1] [LOC_7]"]);
    expect(back.stdout).toBe("Paris [LOC_7]\n");
    expect(back.stderr).toContain("has no [LOC_7]");
  });

  test("policies by label", async () => {
    const args = ["mask", "--policy", "LOC=keep,*=redact", "Angela Merkel besuchte im Juli Paris."];
    expect((await run(args)).stdout).toBe("[PER] besuchte im Juli Paris.\n");
  });

  test("other names, which a table restores", async () => {
    const table = join(folder, "names.json");
    const args = ["mask", "--table", table, "--policy", "*=pseudonym", "Angela Merkel, Paris"];
    const { stdout } = await run(args);
    expect(stdout).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+, [A-Z][a-z]+\n$/u);
    expect(stdout).not.toMatch(/Angela|Merkel|Paris/u);
    const back = await run(["unmask", "--table", table, stdout.trim()]);
    expect(back.stdout).toBe("Angela Merkel, Paris\n");
  });

  test.each([
    ["html", "<p>\r\n <b>Angela</b> Merkel &amp; <i title='x'>Paris</i></p>", /^<p>\r\n <b>\[PER_/],
    ["markdown", "# Angela Merkel\n\n- in **Paris**\n", /^# \[PER_1\]\n\n- in \*\*LOC_1\*\*\n$/],
    ["csv", 'Angela Merkel;"Paris"\r\n', /^\[PER_1\];"\[LOC_1\]"\r\n$/],
    ["json", '{"a": "Angela Merkel", "n": 1.0}', /^\{"a": "\[PER_1\]", "n": 1\.0\}$/],
  ])("--form %s leaves the form as it is", async (form, document, wanted) => {
    const table = join(folder, `of_${form}.json`);
    const args = ["--form", form, "--table", table];
    const { code, stdout, stderr } = await run(["mask", ...args], { input: document });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(wanted);
    const file = join(folder, `masked.${form}`);
    writeFileSync(file, stdout);
    const back = await run(["unmask", ...args, "--file", file]);
    expect(back).toMatchObject({ code: 0, stdout: document, stderr: "" });
    const json = await run(["unmask", "--json", ...args, stdout]);
    expect(JSON.parse(json.stdout).text).toBe(document);
  });

  test("--rules finds what the model does not look for", async () => {
    const text = "Mail desk7@example.org, IBAN DE89 3704 0044 0532 0130 00.";
    expect((await run(["mask", text])).stdout).toContain("desk7@example.org");
    const { stdout } = await run(["mask", "--rules", text]);
    expect(stdout).toBe("Mail [EMAIL_1], IBAN [IBAN_1].\n");
  });

  test("a line that is no text is named, and the table has what came before and after", async () => {
    const table = join(folder, "bad.json");
    const input = Buffer.from("Paris\n\xff\nLondon\n", "latin1");
    const { code, stderr } = await run(["mask", "--table", table], { input });
    expect(code).toBe(1);
    expect(stderr).toMatch(/line 2/);
    expect(JSON.parse(readFileSync(table, "utf8")).claims).toHaveLength(2);
  });

  test.each([
    [["unmask", "x"], 2, /expected --table FILE/],
    [["unmask", "--table", "nowhere.json", "x"], 1, /nowhere\.json/],
    [["mask", "--policy", "PER", "x"], 2, /--policy: expected LABEL=POLICY/],
    [
      ["mask", "--policy", "PER=hide", "x"],
      2,
      /--policy of PER: expected replace or pseudonym or redact or keep/,
    ],
    [["mask", "--form", "xml", "x"], 2, /--form: expected html or markdown or csv or json/],
    [["mask", "--min-score", "2", "x"], 2, /--min-score: expected a number from 0 to 1, found 2/],
  ])("%j is refused", async (args, wanted, message) => {
    const { code, stderr } = await run(args);
    expect(code).toBe(wanted);
    expect(stderr).toMatch(message);
  });

  test.each(["", "[]", "{}", '{"version":1,"claims":[{}],"reserved":[]}', "\u0000"])(
    "a table that is %j is refused, and stays",
    async (content) => {
      const table = join(folder, "odd.json");
      writeFileSync(table, content);
      for (const name of ["mask", "unmask"]) {
        const { code, stderr } = await run([name, "--table", table, "Paris"]);
        expect(code).toBe(1);
        expect(stderr).toContain("expected a table that xlmr-ner mask wrote");
      }
      expect(readFileSync(table, "utf8")).toBe(content);
    },
  );
});
