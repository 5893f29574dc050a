// SPDX-License-Identifier: Apache-2.0
// The models of a benchmark run as files, each made when it is first asked for.
import { closeSync, existsSync, openSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

import { writeAll, writeCheckpoint } from "./checkpoint_file.mjs";
import { xlmrModel } from "./onnx_graph.mjs";

export class Models {
  #folder;

  constructor(folder) {
    this.#folder = folder;
  }

  /** The file of a { name, shape, dtype }: a checkpoint, or where `form` is given an ONNX model. */
  file({ name, shape, dtype }, form) {
    const file = join(this.#folder, `${name}.${dtype}.${form ?? "checkpoint"}`);
    if (existsSync(file)) return file;
    if (form === undefined) {
      writeCheckpoint(file, shape, dtype);
      return file;
    }
    const fd = openSync(file, "w");
    try {
      for (const part of xlmrModel(shape, { form, dtype })) writeAll(fd, part);
    } finally {
      closeSync(fd);
    }
    return file;
  }

  size(model, form) {
    return statSync(this.file(model, form)).size;
  }

  /** Gives the disk space of a model back. */
  drop({ name, dtype }) {
    for (const form of ["checkpoint", "plain", "optimised"]) {
      rmSync(join(this.#folder, `${name}.${dtype}.${form}`), { force: true });
    }
  }
}
