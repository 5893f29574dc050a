// SPDX-License-Identifier: Apache-2.0
// What is read of an ONNX file's graph; that today's files are read is in onnx_exports.test.js.

import { describe, expect, test } from "@jest/globals";

import { externalFiles } from "#js/backends/external_data.js";
import { readGraph } from "#js/backends/onnx_graph.js";
import { fieldsOf, packedNumbers } from "#js/backends/protobuf_fields.js";
import { quantizedShare } from "#js/backends/quantized_share.js";
import { bytes, integer, message, nested, text } from "#js/webgpu/protobuf.js";

// Numbers of fields as onnx.proto has them.
const tensor = (name, dims, type, more = []) => [
  ...dims.map((size) => integer(1, size)),
  integer(2, type),
  text(8, name),
  ...more,
];
const outside = (location, offset, length) => [
  nested(13, [text(1, "location"), text(2, location)]),
  ...(offset === undefined ? [] : [nested(13, [text(1, "offset"), text(2, String(offset))])]),
  ...(length === undefined ? [] : [nested(13, [text(1, "length"), text(2, String(length))])]),
  integer(14, 1),
];
const node = (operator, inputs, outputs, attributes = []) => [
  ...inputs.map((name) => text(1, name)),
  ...outputs.map((name) => text(2, name)),
  text(4, operator),
  ...attributes.map((attribute) => nested(5, attribute)),
];
const modelOf = (nodes, tensors, more = []) =>
  message([
    nested(7, [
      ...nodes.map((each) => nested(1, each)),
      ...tensors.map((each) => nested(5, each)),
      ...more,
    ]),
  ]);
const float = 1;
const int8 = 3;

describe("fields", () => {
  test("are numbers, or views of the message's bytes", () => {
    const encoded = message([integer(2, 300), text(3, "a"), integer(200, 7)]);
    const found = [...fieldsOf(encoded)];
    expect(found.map(({ number }) => number)).toEqual([2, 3, 200]);
    expect(found[0].value).toBe(300);
    expect(found[1].value.buffer).toBe(encoded.buffer);
    expect(found[2].value).toBe(7);
    expect(packedNumbers(Uint8Array.of(0xac, 0x02, 0x05))).toEqual([300, 5]);
  });

  test.each([
    ["a number without an end", [0x10, 0xac]],
    ["bytes that are not there", [0x1a, 0x05, 0x61]],
    ["a number of eleven bytes", [0x10, ...Array.from({ length: 11 }, () => 0x80)]],
    ["a kind that ONNX does not use", [0x13]],
    ["half of a float", [0x15, 0x00, 0x00]],
  ])("refuse %s", (_, encoded) => {
    expect(() => [...fieldsOf(Uint8Array.from(encoded))]).toThrow(RangeError);
  });
});

describe("a graph", () => {
  test("is its nodes and constants, with those of graphs within nodes and of functions", () => {
    const inner = [
      nested(
        1,
        node("Constant", [], ["c"], [[text(1, "value"), nested(5, tensor("", [2], float))]]),
      ),
      nested(5, tensor("inner", [4], float)),
    ];
    const branch = [text(1, "then_branch"), nested(6, inner)];
    const model = message([
      modelOf([node("If", ["x"], ["y"], [branch])], [tensor("w", [2, 3], int8)]),
      nested(25, [nested(7, node("MatMul", ["a", "b"], ["c"]))]),
    ]);
    const { nodes, tensors } = readGraph(model, "m");
    expect(nodes.map(({ operator }) => operator).sort()).toEqual(["Constant", "If", "MatMul"]);
    expect(tensors.map(({ name }) => name).sort()).toEqual(["", "inner", "w"]);
    expect(tensors.find(({ name }) => name === "w")).toEqual({
      name: "w",
      dims: [2, 3],
      type: int8,
      external: undefined,
    });
  });

  test("may have its dimensions packed, and sparse constants", () => {
    const packed = [bytes(1, Uint8Array.of(0xac, 0x02, 0x05)), integer(2, float), text(8, "w")];
    const sparse = nested(15, [
      nested(1, tensor("values", [3], float, outside("model.data", 0, 12))),
      nested(2, tensor("indices", [3], 7)),
      integer(3, 9),
    ]);
    const graph = readGraph(modelOf([], [packed], [sparse]), "m");
    expect(graph.tensors[0].dims).toEqual([300, 5]);
    expect(graph.tensors.map(({ name }) => name)).toEqual(["w", "values", "indices"]);
    expect([...externalFiles(graph, "m").keys()]).toEqual(["model.data"]);
  });

  test("that is none is refused, without running on", () => {
    for (const encoded of [
      [0xff, 0xff],
      [0x38, 0x01],
      [0x3a, 0x7f, 0x01],
    ]) {
      expect(() => readGraph(Uint8Array.from(encoded), "m/model.onnx")).toThrow(
        /^m\/model.onnx: expected an ONNX model, found /u,
      );
    }
    expect(readGraph(new Uint8Array(), "m")).toEqual({ nodes: [], tensors: [] });
  });
});

describe("files of weights", () => {
  test("have the size that the last of their tensors needs", () => {
    const tensors = [
      tensor("a", [4], float, outside("model.data", 16, 16)),
      tensor("b", [4], float, outside("model.data", 0, 16)),
      tensor("c", [4], float, outside("./other.data")),
      // Bytes in the graph: an entry without the mark that it counts.
      tensor("d", [1], float, [nested(13, [text(1, "location"), text(2, "/etc/hosts")])]),
    ];
    const graph = readGraph(modelOf([], tensors), "m");
    expect([...externalFiles(graph, "m")]).toEqual([
      ["model.data", 32],
      ["other.data", 0],
    ]);
  });

  test.each(["", ".", "..", "../a", "a/b", "/a", "a\\b", "C:a", "a\u0000b", ".//a", "./../a"])(
    "are refused in another folder: %j",
    (location) => {
      const graph = readGraph(modelOf([], [tensor("w", [1], float, outside(location))]), "m");
      expect(() => externalFiles(graph, "m")).toThrow(
        "m: w: expected weights in a file of the same folder, found",
      );
    },
  );
});

describe("the quantised share", () => {
  const share = (nodes, tensors) => quantizedShare(readGraph(modelOf(nodes, tensors), "m"));
  const weights = [tensor("f", [2, 3], float), tensor("q", [2, 9], int8)];
  const products = [node("MatMul", ["x", "f"], ["y"]), node("MatMulInteger", ["x", "q"], ["z"])];

  test("is of parameters, each constant counted once", () => {
    expect(share(products, weights)).toBe(18 / 24);
    expect(share([...products, ...products], weights)).toBe(18 / 24);
  });

  test("does not see vectors, embeddings and products of what is computed", () => {
    const others = [
      node("Add", ["x", "f"], ["y"]),
      node("Gather", ["f", "x"], ["y"]),
      node("MatMul", ["k", "v"], ["y"]),
      node("MatMul", ["x", "bias"], ["y"]),
    ];
    expect(share(others, [...weights, tensor("bias", [3], float)])).toBeUndefined();
  });

  test("finds weights behind other nodes, and does not go round in circles", () => {
    const behind = [
      node("Constant", [], ["c"], [[text(1, "value"), nested(5, tensor("", [2, 2], float))]]),
      node("Cast", ["c"], ["cast"]),
      node("Transpose", ["cast"], ["t"]),
      node("DequantizeLinear", ["q", "scale"], ["d"]),
      node("MatMul", ["x", "t"], ["y"]),
      node("Gemm", ["x", "d", "f"], ["z"]),
      node("Identity", ["loop"], ["loop"]),
      node("MatMul", ["x", "loop"], ["w"]),
    ];
    expect(share(behind, weights)).toBe(18 / 22);
  });

  test("goes through a long way once, however many products it leads to", () => {
    const many = 100_000;
    const way = Array.from({ length: many }, (_, i) =>
      node("Identity", [i === 0 ? "q" : `way${i - 1}`], [`way${i}`]),
    );
    const ends = Array.from({ length: many }, (_, i) =>
      node("MatMul", ["x", `way${many - 1}`], [`y${i}`]),
    );
    expect(share([...way, ...ends, products[0]], weights)).toBe(18 / 24);
  });

  test("counts the parameters that few bits stand for", () => {
    const attribute = (name, value) => [text(1, name), integer(3, value)];
    const sizes = [attribute("K", 64), attribute("N", 3), attribute("bits", 4)];
    const nodes = [node("MatMulNBits", ["x", "b", "scales"], ["y"], sizes), products[0]];
    const packed = [tensor("b", [3, 2, 16], 2), tensor("scales", [3, 2], float)];
    expect(share(nodes, [...packed, ...weights])).toBe(192 / 198);
  });
});
