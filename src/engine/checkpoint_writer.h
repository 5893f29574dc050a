// SPDX-License-Identifier: Apache-2.0
// CheckpointWriter: turns a checkpoint's weights into those of our quantised form, and leaves each
// part as bytes of the new file as soon as it came.
//
// Invariant: what it leaves are the bytes of a safetensors file that CheckpointReader accepts
// (checkpoint_plan.h has its layout), each byte once; nothing is kept between two parts but how
// large the next matrix's inputs get. Loading a q8 file gives the encoder that loading the source
// gives where it is quantised on the way in, to the bit.
//
//   CheckpointWriter writer(plan);               // plan.header goes to the file's beginning
//   ... a CheckpointReader of the published file gives it all parts; after each advance()
//   for (const FileChunk& chunk : writer.take_chunks()) file.write(chunk.begin, chunk.bytes);
#ifndef XLMR_ENGINE_CHECKPOINT_WRITER_H_
#define XLMR_ENGINE_CHECKPOINT_WRITER_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "engine/checkpoint_plan.h"
#include "engine/matrix_quantizer.h"
#include "engine/weight_sink.h"

namespace xlmr {

struct FileChunk {
  uint64_t begin = 0;  ///< byte of the file
  std::vector<std::byte> bytes;
};

class CheckpointWriter final : public WeightSink {
 public:
  /// Whether it can write what `source` holds. Errors: invalid_checkpoint for what is quantised
  /// already, which would add one error to another.
  [[nodiscard]] static Status check_source(const SafetensorsHeader& source);

  /// The source is a published checkpoint of the network that `plan` was made for.
  explicit CheckpointWriter(CheckpointPlan plan) : plan_(std::move(plan)) {}

  [[nodiscard]] const CheckpointPlan& plan() const { return plan_; }

  /// What came since the last call.
  [[nodiscard]] std::vector<FileChunk> take_chunks() { return std::exchange(chunks_, {}); }

  void take_positions(std::vector<float> positions, std::vector<float> token_types) override;
  void take_norm(NormKind kind, uint32_t layer, LayerNorm norm) override;
  void take_matrix(MatrixKind kind, uint32_t layer, LoadedMatrix matrix) override;
  EmbeddingRows rows_for_embeddings(WeightFormat format, size_t shift) override;
  void take_token_embeddings(uint32_t first, std::span<const float> rows) override;

 private:
  /// Room for bytes of the file from `begin` on, for the caller to fill at once.
  [[nodiscard]] std::span<std::byte> room_at(uint64_t begin, size_t size);
  /// As the tensor that comes next.
  void put_floats(std::span<const float> values);
  /// Rows of a matrix from row `first` on, quantised, as the two tensors that come next.
  void put_rows(std::span<const float> rows, uint32_t columns, uint32_t first);

  CheckpointPlan plan_;
  size_t next_ = 0;  // of its tensors
  MatrixQuantizer quantizer_;
  std::vector<FileChunk> chunks_;
};

}  // namespace xlmr

#endif  // XLMR_ENGINE_CHECKPOINT_WRITER_H_
