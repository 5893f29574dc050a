// SPDX-License-Identifier: Apache-2.0
// A VirtualCheckpoint as JavaScript has it, which reads the other files' bytes.
//
// Invariant: arrays are copies, and as long as there are segments.
//
//   {header, size, begins, shards, shardBegins, of each segment,
//    gathers: [{segment, span, numberBytes, shape, strides}], merges: []}
#ifndef XLMR_WASM_BIND_VIRTUAL_FILE_H_
#define XLMR_WASM_BIND_VIRTUAL_FILE_H_

#include <emscripten/val.h>

#include <cstdint>
#include <vector>

#include "bind/values.h"
#include "formats/virtual_checkpoint.h"

namespace xlmr::js {

inline val gather_object(const FileSegment& segment, size_t at) {
  val object = val::object();
  object.set("segment", static_cast<double>(at));
  object.set("span", static_cast<double>(segment.span));
  object.set("numberBytes", segment.number_bytes);
  object.set("shape", to_js(std::vector<double>(segment.shape.begin(), segment.shape.end())));
  object.set("strides", to_js(std::vector<double>(segment.strides.begin(), segment.strides.end())));
  return object;
}

inline void set_virtual_file(val& object, const VirtualCheckpoint& file) {
  std::vector<double> begins;
  std::vector<uint32_t> shards;
  std::vector<double> shard_begins;
  const val gathers = val::array();
  for (const FileSegment& segment : file.segments) {
    if (!segment.strides.empty()) {
      gathers.call<void>("push", gather_object(segment, begins.size()));
    }
    begins.push_back(static_cast<double>(segment.begin));
    shards.push_back(segment.shard);
    shard_begins.push_back(static_cast<double>(segment.shard_begin));
  }
  object.set("header", to_js(std::vector<uint8_t>(file.header.begin(), file.header.end())));
  object.set("size", static_cast<double>(file.file_size));
  object.set("begins", to_js(begins));
  object.set("shards", to_js(shards));
  object.set("shardBegins", to_js(shard_begins));
  object.set("gathers", gathers);
  object.set("merges", val::array());
}

}  // namespace xlmr::js

#endif  // XLMR_WASM_BIND_VIRTUAL_FILE_H_
