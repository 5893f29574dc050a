// SPDX-License-Identifier: Apache-2.0
// Pull: how bytes of a file come from JavaScript, which has it, to a reader in the core, which
// knows what it wants next: of weights, of a checkpoint's shards, and of weights that are
// converted.
//
// Invariant: give() gets exactly the bytes that wants() named. After an error nothing is wanted.
//
//   while ((want = core.wants())) core.give(bytes of want.begin .. want.end)
#ifndef XLMR_WASM_BIND_PULL_H_
#define XLMR_WASM_BIND_PULL_H_

#include <emscripten/val.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <vector>

#include "base/uninitialized.h"
#include "bind/values.h"
#include "engine/checkpoint_reader.h"
#include "formats/file_range.h"
#include "formats/safetensors.h"

namespace xlmr::js {

/// A reader that is given what it wants.
class Pull {
 public:
  Pull() = default;
  Pull(const Pull&) = delete;
  Pull& operator=(const Pull&) = delete;
  virtual ~Pull() = default;

  /// The byte range to give next; nothing once all was given, and after an error.
  [[nodiscard]] virtual std::optional<FileRange> wants() = 0;

  /// `bytes` are those of the range that wants() names. What they complete is set in `answer`.
  [[nodiscard]] virtual Status give(const val& bytes, val& answer) = 0;

  /// Gives up what is being read, and the memory for it: nothing is wanted any more.
  virtual void close() = 0;
};

/// {begin, end}, or null where nothing is wanted.
inline val wanted_object(Pull* pull) {
  const auto range = pull != nullptr ? pull->wants() : std::nullopt;
  if (!range) return val::null();
  val object = val::object();
  object.set("begin", static_cast<double>(range->begin));
  object.set("end", static_cast<double>(range->end));
  return object;
}

/// {status, and what the bytes complete}.
inline val give(Pull* pull, const val& bytes) {
  const auto range = pull != nullptr ? pull->wants() : std::nullopt;
  if (!range || bytes["length"].as<size_t>() != range->size()) {
    return result_object(invalid_argument("give: expected the bytes that wants() names"));
  }
  val answer = val::object();
  answer.set("status", to_js(pull->give(bytes, answer)));
  return answer;
}

/// How many bytes of a file its header has, `first` being the first eight of them.
inline val header_size(const val& first, double file_size) {
  const auto end = SafetensorsHeader::header_end(bytes_of(first), to_size(file_size));
  val object = result_object(end.status());
  if (end.ok()) object.set("size", static_cast<double>(end.value()));
  return object;
}

/// Gives a CheckpointReader its bytes: large ranges each straight to where it is wanted, small ones that
/// follow each other in the file together, because each call from JavaScript costs more than they do.
/// Between addresses that are not aligned alike V8 copies byte by byte into shared memory, six times
/// as slowly: there, too, a detour is shorter.
class ReaderFeed {
  static constexpr uint64_t kRunBytes = uint64_t{1} << 20;

 public:
  [[nodiscard]] static std::optional<FileRange> wants(CheckpointReader* reader) {
    const auto request = reader != nullptr ? reader->request() : std::nullopt;
    if (!request) return std::nullopt;
    return FileRange{request->begin, request->begin + reader->run_size(kRunBytes)};
  }

  [[nodiscard]] Status give(CheckpointReader& reader, const val& bytes) {
    constexpr size_t kWord = sizeof(uint64_t);
    const auto size = bytes["length"].as<size_t>();
    const auto source = static_cast<uint64_t>(bytes["byteOffset"].as<double>()) % kWord;
    auto request = reader.request();
    if (request && request->destination.size() == size &&
        source == reinterpret_cast<uintptr_t>(request->destination.data()) % kWord) {
      set(bytes, request->destination);
      return reader.advance();
    }
    aligned_.resize(std::max(aligned_.size(), size + kWord));
    auto left = std::span(aligned_).subspan(source, size);
    set(bytes, left);
    for (; request && !left.empty(); request = reader.request()) {
      const std::span<std::byte> to = request->destination;
      std::memcpy(to.data(), left.data(), to.size());
      left = left.subspan(to.size());
      XLMR_RETURN_IF_ERROR(reader.advance());
    }
    return {};
  }

 private:
  static void set(const val& bytes, std::span<std::byte> to) {
    val(emscripten::typed_memory_view(to.size(), reinterpret_cast<uint8_t*>(to.data())))
        .call<void>("set", bytes);
  }

  std::vector<std::byte, UninitializedAllocator<std::byte>> aligned_;
};

}  // namespace xlmr::js

#endif  // XLMR_WASM_BIND_PULL_H_
