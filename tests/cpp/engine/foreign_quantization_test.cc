// SPDX-License-Identifier: Apache-2.0
#include "engine/foreign_quantization.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "engine/checkpoint_builder.h"

namespace xlmr {
namespace {

constexpr EncoderConfig kSmall = {.vocab_size = 50,
                                  .hidden = 32,
                                  .layers = 1,
                                  .heads = 2,
                                  .intermediate = 64,
                                  .positions = 20,
                                  .type_vocab = 1,
                                  .first_position = 2,
                                  .labels = 5,
                                  .layer_norm_eps = 1e-5F};
const std::string kQuery = "roberta.encoder.layer.0.attention.self.query";

TEST(ForeignQuantization, IsToldByTheTensorsThatItAdds) {
  EXPECT_EQ(quantization_of(CheckpointBuilder(kSmall).header()), "");
  EXPECT_EQ(quantization_of(CheckpointBuilder(kSmall).with("loss.scales", "F32", {1}).header()),
            "");
  for (const auto& [suffix, method] : {std::pair(".weight.absmax", "bitsandbytes (4 bits)"),
                                       {".SCB", "bitsandbytes (8 bits)"},
                                       {".qweight", "GPTQ or AWQ"},
                                       {".weight_packed", "compressed-tensors"},
                                       {".weight_scale_inv", "FP8"},
                                       {".weight._data", "quanto"},
                                       {".W_q", "HQQ"}}) {
    const auto header = CheckpointBuilder(kSmall).with(kQuery + suffix, "U8", {32}).header();
    EXPECT_EQ(quantization_of(header), method) << suffix;
  }
  const auto header = CheckpointBuilder(kSmall).with(kQuery + ".weight", "F8_E4M3", {32}).header();
  EXPECT_EQ(quantization_of(header), "FP8 (F8_E4M3)");
}

}  // namespace
}  // namespace xlmr
