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
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
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
  static constexpr size_t kMaxRequestBytes = size_t{1} << 20;

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

  /// Bytes of the file from that request's first on that it and those after it ask for, without a gap
  /// and in this order: whole requests, together at most `most` bytes unless the first alone is more.
  [[nodiscard]] uint64_t run_size(uint64_t most);

  /// To be called once the request's destination holds the bytes. Errors: invalid_checkpoint,
  /// naming the tensor that has a number that is not finite, or a scale that cannot be one.
  [[nodiscard]] Status advance();

  /// What it reads.
  [[nodiscard]] const CheckpointLayout& layout() const { return layout_; }

 private:
  /// What becomes of a tensor's bytes.
  enum class Use : uint8_t {
    positions,
    token_types,  ///< the last of both: they go to the sink
    gamma,
    beta,          ///< the norm goes to the sink
    q8_scales,     ///< for the q8 weights that come next
    q4_scales,     ///< for the q4 weights that come next
    all_rows,      ///< of the token embeddings, straight to where the sink wants them
    half_scales,   ///< of all rows in q4, straight to where the sink wants them
    some_rows,     ///< of the token embeddings, to the sink as floats
    bias,          ///< of a matrix, as all below
    input_scale,   ///< the first is kept, the others have to equal it
    q8_weights,    ///< straight to the matrix
    q4_weights,    ///< straight to the matrix
    float_weights  ///< F32, F64, F16 or BF16
  };

  /// A range of the file, read in one go or by several requests.
  struct Step {
    Use use;
    const TensorEntry* tensor;
    uint64_t begin;  // byte of the file
    uint64_t size;
    uint32_t layer = 0;
    NormKind norm{};         // of gamma and beta
    MatrixKind matrix{};     // of a matrix's tensors
    MatrixShape shape{};     // of the whole matrix, of which the tensor may be a part
    bool is_last = false;    // of the matrix, which then goes to the sink
    uint32_t first_row = 0;  // of some_rows
    uint32_t rows = 0;
  };

  CheckpointReader(SafetensorsHeader header, const EncoderConfig& config, WeightSink& sink)
      : header_(std::move(header)), config_(config), sink_(sink) {}

  // Which ranges to read, in the sink's order.
  void plan();
  void plan_norm(const NormSlot& slot, NormKind kind, uint32_t layer);
  void plan_token_embeddings(const MatrixSlot& slot);
  void plan_rows(const TensorEntry& tensor, uint32_t rows);
  void plan_matrix(std::initializer_list<const MatrixSlot*> slots, MatrixKind kind, uint32_t layer);
  [[nodiscard]] static Step whole(Use use, const TensorEntry& tensor);
  [[nodiscard]] static Use scales_in(WeightFormat format);
  [[nodiscard]] static Use weights_in(WeightFormat format);

  /// Where the step's bytes go; asking may make room, which is lost when it is asked for again.
  [[nodiscard]] std::span<std::byte> destination_of(const Step& step);
  [[nodiscard]] std::span<std::byte> room_for(uint64_t size);

  // What is done with the bytes once they are there.
  [[nodiscard]] Status take(const Step& step);
  [[nodiscard]] Status take_floats(const TensorEntry& tensor, std::vector<float>& target);
  [[nodiscard]] Status take_all_rows(const TensorEntry& tensor);
  [[nodiscard]] Status take_some_rows(const Step& step);
  [[nodiscard]] Status take_input_scale(const TensorEntry& tensor);
  [[nodiscard]] Status take_weights(const Step& step);

  const SafetensorsHeader header_;
  const EncoderConfig config_;
  CheckpointLayout layout_;  // of header_
  WeightSink& sink_;
  std::vector<Step> steps_;
  size_t at_ = 0;                     // the current step
  uint64_t read_ = 0;                 // of its bytes
  std::span<std::byte> destination_;  // of the whole step, once asked for
  EmbeddingRows all_rows_;            // empty where the sink takes rows as floats
  // The part of the network that is being read.
  std::vector<std::byte, UninitializedAllocator<std::byte>> raw_;
  LoadedMatrix matrix_;
  LayerNorm norm_;
  std::vector<float> positions_;
  std::vector<float> token_types_;
  std::vector<float> rows_;
  std::vector<float> scales_;
};

}  // namespace xlmr

#endif  // XLMR_ENGINE_CHECKPOINT_READER_H_
