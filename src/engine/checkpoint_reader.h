// SPDX-License-Identifier: Apache-2.0
// CheckpointReader: takes a safetensors checkpoint in, tensor by tensor, and hands its weights to a
// sink. It asks for bytes and never holds more than one part of the network.
//
// Invariant: every byte range it asks for was validated with the header; a part reaches the sink
// only after all its numbers were found finite. After an error it asks for nothing more.
//
//   auto reader = CheckpointReader::create(header, config, sink);
//   while (const auto request = reader.value()->request()) {
//     file.read(request->begin, request->destination);      // all of it
//     XLMR_RETURN_IF_ERROR(reader.value()->advance());
//   }
#ifndef XLMR_ENGINE_CHECKPOINT_READER_H_
#define XLMR_ENGINE_CHECKPOINT_READER_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/uninitialized.h"
#include "engine/checkpoint_layout.h"
#include "engine/encoder_config.h"
#include "engine/weight_sink.h"
#include "formats/safetensors.h"

namespace xlmr {

class CheckpointReader {
 public:
  /// Bytes that one request asks for at most, so that a caller can report progress and stop.
  static constexpr size_t kMaxRequestBytes = size_t{4} << 20;

  struct Request {
    uint64_t begin = 0;  ///< byte of the file
    std::span<std::byte> destination;
  };

  /// `sink` must outlive the reader. Errors: those of CheckpointLayout::match.
  [[nodiscard]] static Result<std::unique_ptr<CheckpointReader>> create(SafetensorsHeader header,
                                                                        const EncoderConfig& config,
                                                                        WeightSink& sink);

  // Its steps point into it.
  CheckpointReader(const CheckpointReader&) = delete;
  CheckpointReader& operator=(const CheckpointReader&) = delete;

  /// What to read next; nothing when all is read.
  [[nodiscard]] std::optional<Request> request();

  /// To be called once the request's destination holds the bytes. Errors: invalid_checkpoint,
  /// naming the tensor that has a number that is not finite, or a scale that cannot be one.
  [[nodiscard]] Status advance();

 private:
  struct Step {
    uint64_t begin = 0;
    uint64_t size = 0;
    std::function<std::span<std::byte>()> destination;
    std::function<Status()> done;
  };

  CheckpointReader(SafetensorsHeader header, const EncoderConfig& config, WeightSink& sink)
      : header_(std::move(header)), config_(config), sink_(sink) {}

  void plan(const CheckpointLayout& layout);
  void plan_norm(const NormSlot& slot, NormKind part, uint32_t layer);
  void plan_matrix(std::vector<MatrixSlot> slots, MatrixKind part, uint32_t layer);
  void plan_input_scale(const std::vector<MatrixSlot>& slots);
  void plan_scale(const MatrixSlot& slot, std::vector<float>& target);
  /// `total` numbers are in the matrix of which the slot is a part.
  void plan_weight(const MatrixSlot& slot, size_t total);
  void plan_words(const MatrixSlot& slot);
  void plan_word_rows(const MatrixSlot& slot, WeightFormat format);
  [[nodiscard]] Status give_words(const TensorEntry& entry, WeightFormat format, uint32_t first,
                                  uint32_t count, uint32_t columns);
  /// Appends the tensor's numbers, F32, F16 or BF16, to `target`, then calls `done`.
  void plan_floats(const TensorEntry& entry, std::vector<float>& target,
                   std::function<Status()> done = nullptr);
  void plan_bytes(const TensorEntry& entry, std::function<std::span<std::byte>()> destination,
                  std::function<Status()> done = nullptr);

  [[nodiscard]] std::span<std::byte> room_for(uint64_t size);

  const SafetensorsHeader header_;
  const EncoderConfig config_;
  WeightSink& sink_;
  std::vector<Step> steps_;
  size_t at_ = 0;                     // the current step
  uint64_t read_ = 0;                 // of its bytes
  std::span<std::byte> destination_;  // of the whole step, once asked for
  // The part that is being read.
  std::vector<std::byte, UninitializedAllocator<std::byte>> raw_;
  LoadedMatrix matrix_;
  LayerNorm norm_;
  std::vector<float> positions_;
  std::vector<float> token_types_;
  std::vector<float> words_;
  std::vector<float> scales_;
  std::vector<float> input_scale_;
};

}  // namespace xlmr

#endif  // XLMR_ENGINE_CHECKPOINT_READER_H_
