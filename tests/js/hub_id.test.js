// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

import { fileUrl, isFilePath, isHubId, isRevision, revisionUrl } from "#js/hub/hub_id.js";

// From the documentation of huggingface_hub's validate_repo_id.
test.each(["foo", "foo/bar", "123", "Foo-BAR_foo.bar123", "_a_/b_", "a".repeat(96)])(
  "%s is an id",
  (id) => {
    expect(isHubId(id)).toBe(true);
  },
);

test.each([
  ...[
    "datasets/foo/bar",
    ".repo_id",
    "foo--bar",
    "foo.git",
    "foo..bar",
    "foo/",
    "/foo",
    "",
    "-a/b",
  ],
  ...["a/b-", "a b", "a/b\n", "ä/b", "a\\b", "a/../b", "..", "a".repeat(97), "a/b?x", "C:/models"],
])("%j is none", (id) => {
  expect(isHubId(id)).toBe(false);
});

test.each([
  ["main", true],
  ["v1.0", true],
  ["refs/pr/1", true],
  ["158430199e7c3544c5eb9e842f657ee7bb5f5a75", true],
  ["..", false],
  ["a/../b", false],
  ["/etc", false],
  ["a//b", false],
  ["a\\b", false],
  ["", false],
  ["a b", false],
])("revision %j: %s", (revision, expected) => {
  expect(isRevision(revision)).toBe(expected);
});

test.each([
  ["config.json", true],
  ["onnx/model.onnx", true],
  ["../config.json", false],
  ["a/../../b", false],
  ["/etc/passwd", false],
  ["a\\..\\b", false],
  ["C:x", false],
  ["a\0b", false],
  ["", false],
])("file %j: %s", (file, expected) => {
  expect(isFilePath(file)).toBe(expected);
});

test("addresses are the hub's, with what is special in them escaped", () => {
  expect(revisionUrl("https://hub", "a/b", "refs/pr/1")).toBe(
    "https://hub/api/models/a/b/revision/refs%2Fpr%2F1?blobs=true",
  );
  expect(fileUrl("https://hub", "a/b", "main", "onnx/a model#1.onnx")).toBe(
    "https://hub/a/b/resolve/main/onnx/a%20model%231.onnx",
  );
});
