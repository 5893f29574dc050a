// SPDX-License-Identifier: Apache-2.0
// Our side of the parity run, natively: one CRC-32 a text of ids, offsets in code points and, but
// for SentencePiece's pipeline, word ids, all as int32.
//
//   xlmr_parity FOLDER hf|hf-4|sentencepiece TEXTS OUT
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/offset_map.h"
#include "text/sentencepiece_tokenizer.h"
#include "text/tokenizer_set.h"

namespace {

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

uint32_t crc32(std::span<const int32_t> values) {
  static const auto table = [] {
    std::array<uint32_t, 256> made{};
    for (uint32_t i = 0; i < made.size(); ++i) {
      uint32_t c = i;
      for (int bit = 0; bit < 8; ++bit) c = (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1;
      made[i] = c;
    }
    return made;
  }();
  uint32_t crc = ~0U;
  for (const std::byte byte : std::as_bytes(values)) {
    crc = table[(crc ^ static_cast<uint8_t>(byte)) & 0xFF] ^ crc >> 8;
  }
  return ~crc;
}

uint32_t fingerprint(std::string_view text, const xlmr::Encoding& encoding, bool with_words) {
  const xlmr::OffsetMap map(text);
  std::vector<int32_t> values(encoding.ids);
  for (const xlmr::ByteRange range : encoding.ranges) {
    const auto codepoints = map.codepoints(range);
    values.push_back(static_cast<int32_t>(codepoints.begin));
    values.push_back(static_cast<int32_t>(codepoints.end));
  }
  if (with_words) values.insert(values.end(), encoding.words.begin(), encoding.words.end());
  return crc32(values);
}

template <typename Encode>
int run(const Encode& encode, bool with_words, const std::string& texts, const char* out) {
  std::ofstream file(out, std::ios::binary);
  for (size_t at = 0; at < texts.size();) {
    uint32_t size = 0;
    std::memcpy(&size, &texts[at], sizeof(size));
    const auto text = std::string_view(texts).substr(at + sizeof(size), size);
    const uint32_t crc = fingerprint(text, encode(text), with_words);
    file.write(reinterpret_cast<const char*>(&crc), sizeof(crc));
    at += sizeof(size) + size;
  }
  return file ? 0 : 1;
}

int fail(const xlmr::Status& status) {
  std::fprintf(stderr, "%s\n", status.message().c_str());
  return 1;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 5) {
    std::fprintf(stderr, "xlmr_parity FOLDER hf|hf-4|sentencepiece TEXTS OUT\n");
    return 2;
  }
  const std::string folder = arguments[1] + std::string("/");
  const std::string_view mode = arguments[2];
  const std::string texts = read_file(arguments[3]);
  if (mode == "sentencepiece") {
    const auto tokenizer =
        xlmr::SentencePieceTokenizer::load(read_file(folder + "sentencepiece.bpe.model"));
    if (!tokenizer.ok()) return fail(tokenizer.status());
    return run([&](std::string_view text) { return tokenizer.value().encode(text).value(); }, false,
               texts, arguments[4]);
  }
  const std::string json = read_file(folder + "tokenizer.json");
  const std::string files[] = {json.empty() ? read_file(folder + "sentencepiece.bpe.model") : json,
                               read_file(folder + "tokenizer_config.json"),
                               read_file(folder + "special_tokens_map.json"),
                               read_file(folder + "added_tokens.json")};
  const auto set = xlmr::TokenizerSet::load({.vocabulary = files[0],
                                             .config = files[1],
                                             .special_tokens_map = files[2],
                                             .added_tokens = files[3]});
  if (!set.ok()) return fail(set.status());
  const auto tokenizer =
      set.value().get(mode == "hf" ? xlmr::Compat::transformers5 : xlmr::Compat::transformers4);
  if (!tokenizer.ok()) return fail(tokenizer.status());
  return run([&](std::string_view text) { return tokenizer.value()->encode(text).value(); }, true,
             texts, arguments[4]);
}
