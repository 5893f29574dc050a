// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "engine/checkpoint_file.h"
#include "engine/matrix_quantizer.h"
#include "engine/outliers.h"

namespace xlmr {
namespace {

constexpr uint32_t kWindows = 40;
constexpr uint32_t kOutliers = 2;
constexpr float kFactor = 50;

/// Passes parts on with input scales of 1, which the quantizer then leaves alone.
class WithoutInputScales final : public WeightSink {
 public:
  explicit WithoutInputScales(WeightSink& sink) : sink_(sink) {}

  void take_positions(std::vector<float> positions, std::vector<float> token_types) override {
    sink_.take_positions(std::move(positions), std::move(token_types));
  }
  void take_norm(NormKind kind, uint32_t layer, LayerNorm norm) override {
    sink_.take_norm(kind, layer, std::move(norm));
  }
  void take_matrix(MatrixKind kind, uint32_t layer, LoadedMatrix matrix) override {
    matrix.input_scale.assign(matrix.shape.in, 1);
    sink_.take_matrix(kind, layer, std::move(matrix));
  }
  EmbeddingRows rows_for_embeddings(WeightFormat format, size_t shift) override {
    return sink_.rows_for_embeddings(format, shift);
  }
  void take_token_embeddings(uint32_t first, std::span<const float> rows) override {
    sink_.take_token_embeddings(first, rows);
  }

 private:
  WeightSink& sink_;
};

std::vector<float> q8_logits_without_input_scales(const std::string& file,
                                                  const CounterShape& shape) {
  EncoderBuilder builder(choose_kernels(), shape.config, Precision::int8);
  WithoutInputScales sink(builder);
  const Status status = read_checkpoint(file, shape.config, sink);
  EXPECT_TRUE(status.ok()) << status.message();
  Encoder encoder = std::move(builder).build();
  return counter_logits(encoder, shape, kWindows);
}

std::vector<float> logits(const std::string& file, const CounterShape& shape, Precision precision) {
  Encoder encoder = load_encoder(file, shape.config, precision);
  return counter_logits(encoder, shape, kWindows);
}

double mean_distance(const std::vector<float>& a, const std::vector<float>& b) {
  double sum = 0;
  for (size_t i = 0; i < a.size(); ++i) sum += std::abs(double{a[i]} - double{b[i]});
  return sum / static_cast<double>(a.size());
}

TEST(OutlierChannels, OutlierChannelsDoNotRuinAModel) {
  const CounterShape shape = tiny_shape();
  const auto edit = outlier_channels(shape.config, kOutliers, kFactor);
  const std::string plain = counter_checkpoint(shape.config);
  const std::string outliers = counter_checkpoint(shape.config, edit);
  const auto exact = logits(plain, shape, Precision::fp32);
  EXPECT_LT(mean_distance(logits(outliers, shape, Precision::fp32), exact), 1e-6);

  const double off = mean_distance(logits(plain, shape, Precision::int8), exact);
  const double off_with = mean_distance(logits(outliers, shape, Precision::int8), exact);
  EXPECT_GT(off, 0);
  EXPECT_LT(off_with, 1.5 * off);
  // It is the input scales that see to it.
  EXPECT_GT(mean_distance(q8_logits_without_input_scales(outliers, shape), exact), 3 * off);
}

LoadedMatrix loaded(MatrixShape shape, std::vector<float> floats) {
  LoadedMatrix matrix;
  matrix.shape = shape;
  matrix.floats = std::move(floats);
  matrix.bias.resize(shape.out);
  return matrix;
}

TEST(OutlierChannels, InputScalesThatAreThereStay) {
  MatrixQuantizer quantizer;
  quantizer.see(LayerNorm{{1, 1}, {0, 0}, 1e-5F});
  LoadedMatrix matrix = loaded({1, 2}, {1, 0.5F});
  matrix.input_scale = {3, 4};
  const LoadedMatrix result = quantizer.quantize(MatrixKind::intermediate, matrix);
  EXPECT_EQ(result.input_scale, (std::vector<float>{3, 4}));
  EXPECT_EQ(result.values, (decltype(LoadedMatrix::values){127, 64}));
  EXPECT_TRUE(result.floats.empty());
}

// Inputs up to 3 and 0.75, largest weights 1 and 0.25.
TEST(OutlierChannels, ScalesAreTheRootOfWhatInputsAndWeightsMeasure) {
  MatrixQuantizer quantizer;
  quantizer.see(LayerNorm{{1, -0.25F}, {0, 0}, 1e-5F});
  const LoadedMatrix result =
      quantizer.scale_inputs(MatrixKind::intermediate, loaded({2, 2}, {1, 0.25F, -0.5F, 0.125F}));
  const float root = std::sqrt(3.0F);
  EXPECT_FLOAT_EQ(result.input_scale[0], root);
  EXPECT_FLOAT_EQ(result.input_scale[1], root);
  EXPECT_FLOAT_EQ(result.floats[1], 0.25F * root);
}

}  // namespace
}  // namespace xlmr
