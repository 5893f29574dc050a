// SPDX-License-Identifier: Apache-2.0
// How a checkpoint's bytes come from JavaScript, which has the file, to a CheckpointReader, which
// knows what it wants next.
//
// Invariant: each range that is asked for is copied straight to where it is wanted.
//
//   header_size(first eight bytes, file size)  ->  {status, size}
//   wanted_range(reader)                       ->  {begin, end}, or null
//   give_wanted(reader, bytes)                 ->  ok, and the next range is wanted
#ifndef XLMR_WASM_BIND_CHECKPOINT_H_
#define XLMR_WASM_BIND_CHECKPOINT_H_

#include <emscripten/val.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <vector>

#include "base/uninitialized.h"
#include "bind/encodings.h"
#include "bind/values.h"
#include "engine/checkpoint_reader.h"
#include "formats/safetensors.h"

namespace xlmr::js {

/// A file's size; what is no whole number becomes one that no header fits.
inline uint64_t to_size(double value) {
  constexpr double kMost = 9007199254740992.0;  // 2^53
  return value >= 0 && value <= kMost ? static_cast<uint64_t>(value) : 0;
}

/// How many bytes of a file its header has, `first` being the first eight of them.
inline val header_size(const val& first, double file_size) {
  const auto end = SafetensorsHeader::header_end(bytes_of(first), to_size(file_size));
  val object = result_object(end.status());
  if (end.ok()) object.set("size", static_cast<double>(end.value()));
  return object;
}

/// The byte range to give next; null once all was given, and for no reader.
inline val wanted_range(CheckpointReader* reader) {
  const auto request = reader != nullptr ? reader->request() : std::nullopt;
  if (!request) return val::null();
  val object = val::object();
  object.set("begin", static_cast<double>(request->begin));
  object.set("end", static_cast<double>(request->begin + request->destination.size()));
  return object;
}

/// Copies Uint8Arrays, with a detour where that is shorter: between addresses that are not aligned
/// alike V8 copies byte by byte into shared memory, six times as slowly.
class JsCopy {
 public:
  void operator()(const val& bytes, std::span<std::byte> destination) {
    constexpr size_t kWord = sizeof(uint64_t);
    const auto source = static_cast<uint64_t>(bytes["byteOffset"].as<double>()) % kWord;
    if (source == reinterpret_cast<uintptr_t>(destination.data()) % kWord) {
      return set(bytes, destination);
    }
    aligned_.resize(std::max(aligned_.size(), destination.size() + kWord));
    const auto detour = std::span(aligned_).subspan(source, destination.size());
    set(bytes, detour);
    std::memcpy(destination.data(), detour.data(), detour.size());
  }

 private:
  static void set(const val& bytes, std::span<std::byte> to) {
    val(emscripten::typed_memory_view(to.size(), reinterpret_cast<uint8_t*>(to.data())))
        .call<void>("set", bytes);
  }

  std::vector<std::byte, UninitializedAllocator<std::byte>> aligned_;
};

/// `bytes` are those of the range that wanted_range() gave.
inline Status give_wanted(CheckpointReader* reader, const val& bytes, JsCopy& copy) {
  const auto request = reader != nullptr ? reader->request() : std::nullopt;
  if (!request || bytes["length"].as<size_t>() != request->destination.size()) {
    return invalid_argument("give: expected the bytes that wants() names");
  }
  copy(bytes, request->destination);
  return reader->advance();
}

}  // namespace xlmr::js

#endif  // XLMR_WASM_BIND_CHECKPOINT_H_
