// SPDX-License-Identifier: Apache-2.0
#include "formats/zip_directory.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "formats/shard_driver.h"
#include "formats/zip_builder.h"

namespace xlmr {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

void expect_refused(const std::string& file, const std::string& part) {
  ZipDirectory zip(file.size());
  const Status status = read_shard(zip, file);
  ASSERT_FALSE(status.ok()) << part;
  EXPECT_EQ(status.code(), StatusCode::invalid_checkpoint);
  EXPECT_THAT(status.message(), StartsWith("checkpoint: zip"));
  EXPECT_THAT(status.message(), HasSubstr(part));
}

/// An archive of "a", whose record is edited, and "b".
std::string archive(const ZipBuilder::Edit& edit, bool zip64 = false) {
  ZipBuilder builder;
  if (zip64) builder.zip64();
  return builder.add("a", "first", edit).add("b", "second").file();
}

std::string_view bytes_of(const std::string& file, const ZipEntry* entry) {
  return std::string_view(file).substr(entry->data.begin, entry->data.size());
}

TEST(ZipDirectory, FindsTheBytesOfEachEntry) {
  for (const bool zip64 : {false, true}) {
    ZipBuilder builder;
    if (zip64) builder.zip64();
    const std::string file =
        builder.add("x/b", "second").gap(16).add("x/a", "").add("c", "1").file();
    ZipDirectory zip(file.size());
    const Status status = read_shard(zip, file);
    ASSERT_TRUE(status.ok()) << status.message();
    ASSERT_EQ(zip.entries().size(), 3U);
    EXPECT_EQ(zip.entries()[0].name, "x/b");
    EXPECT_EQ(bytes_of(file, zip.find("x/b")), "second");
    EXPECT_EQ(bytes_of(file, zip.find("x/a")), "");
    EXPECT_EQ(bytes_of(file, zip.find("c")), "1");
    EXPECT_EQ(zip.find("x"), nullptr);
    EXPECT_EQ(zip.find("d"), nullptr);
  }
}

TEST(ZipDirectory, SizesMayStandBehindTheBytes) {
  const std::string file = archive([](ZipRecord& record) {
    record.flags |= 1 << 3;
    record.local_size = 0;
  });
  ZipDirectory zip(file.size());
  ASSERT_TRUE(read_shard(zip, file).ok());
  EXPECT_EQ(bytes_of(file, zip.find("a")), "first");
}

TEST(ZipDirectory, RefusesWhatIsCompressedOrEncrypted) {
  expect_refused(archive([](ZipRecord& record) { record.method = 8; }),
                 "zip: a: expected an entry that is stored, method 0, found 8");
  expect_refused(archive([](ZipRecord& record) { record.flags |= 1; }),
                 "zip: a: expected no flags but 3 and 11, found 2049");
  expect_refused(archive([](ZipRecord& record) { record.stored_size = 4; }),
                 "zip: a: expected as many bytes stored as there are, 5, found 4");
}

TEST(ZipDirectory, RefusesEntriesThatOverlap) {
  expect_refused(archive([](ZipRecord& record) { record.size = record.stored_size = 6; }),
                 "zip: a");
  const auto longer = [](ZipRecord& record) {
    record.size = record.stored_size = record.local_size = 6;
  };
  expect_refused(archive(longer), "zip: a: expected its 6 bytes from 37 on to end before the next");
  const auto huge = [](ZipRecord& record) {
    record.size = record.stored_size = UINT64_MAX;
    record.local_size = 0xFFFFFFFF;
  };
  expect_refused(archive(huge, true), "zip: a: expected its 18446744073709551615 bytes");
  // Both names for the same bytes.
  expect_refused(ZipBuilder()
                     .add("a", "first")
                     .add("b", "second", [](ZipRecord& record) { record.begin = 0; })
                     .file(),
                 "expected");
  expect_refused(ZipBuilder()
                     .add("a", "12345",
                          [](ZipRecord& record) {
                            record.size = record.stored_size = record.local_size = 100;
                          })
                     .file(),
                 "zip: a: expected its 100 bytes from 37 on to end before the directory");
}

TEST(ZipDirectory, RefusesEntriesThatLieOutside) {
  expect_refused(archive([](ZipRecord& record) { record.begin = 0xFFFFFFFE; }),
                 "zip: a: expected an entry before the directory at");
  expect_refused(archive([](ZipRecord& record) { record.begin = UINT64_MAX; }, true),
                 "found 18446744073709551615");
  expect_refused(archive([](ZipRecord& record) { record.begin = 1; }),
                 "zip: a: expected a local header at byte 1, found other bytes");
  expect_refused(archive([](ZipRecord& record) { record.begin = 0xFFFFFFFF; }),
                 "zip: a: expected a ZIP64 extra field with the numbers that need it");
}

TEST(ZipDirectory, RefusesLocalHeadersThatDisagree) {
  const std::string part = "zip: a: expected a local header that agrees with the directory";
  expect_refused(archive([](ZipRecord& record) { record.local_name = "z"; }), part);
  expect_refused(archive([](ZipRecord& record) { record.local_name = "aa"; }), part);
  expect_refused(archive([](ZipRecord& record) { record.local_method = 8; }), part);
  expect_refused(archive([](ZipRecord& record) { record.local_size = 4; }), part);
  expect_refused(archive([](ZipRecord& record) { record.local_size = 0; }), part);
}

TEST(ZipDirectory, RefusesNamesThatComeTwice) {
  expect_refused(ZipBuilder().add("a", "1").add("b", "2").add("a", "3").file(),
                 "zip: a: expected each name once, found it twice");
}

TEST(ZipDirectory, RefusesDirectoriesThatAreNone) {
  const ZipBuilder builder = ZipBuilder().add("a", "first");
  const std::string before = builder.before_directory();
  const std::string directory = builder.directory();
  const auto file = [&](uint64_t count, uint64_t size, uint64_t begin) {
    return before + directory + builder.end(count, size, begin);
  };
  ASSERT_EQ(file(1, directory.size(), before.size()), builder.file());
  expect_refused(file(2, directory.size(), before.size()), "entry 1: expected an entry");
  expect_refused(file(0, directory.size(), before.size()), "1 to 10000 entries, found 0");
  expect_refused(file(10'001, directory.size(), before.size()), "found 10001");
  expect_refused(file(1, directory.size() - 1, before.size() + 1), "entry 0: expected an entry");
  expect_refused(file(1, directory.size(), before.size() + 1), "found it to begin at");
  expect_refused(file(1, 9'000'000, 0), "a directory of at most 8388608 bytes, found 9000000");
  expect_refused(file(1, 1'000'000, 0), "the directory of 1000000 bytes to end at");
  expect_refused(file(1, 0, before.size() + directory.size()), "found the directory's end");
  expect_refused(before + directory + "more" + builder.end(1, directory.size() + 4, before.size()),
                 "expected 1 entries in the directory, found more bytes behind them");
  expect_refused(builder.file() + "comment", "the directory's end as the last 22 bytes");
  expect_refused("", "the directory's end of 22 bytes, found a file of 0");
}

TEST(ZipDirectory, RefusesZip64RecordsThatDisagree) {
  const std::string file = ZipBuilder().zip64().add("a", "first").file();
  const size_t record = file.size() - 98;
  const auto spoiled = [&](size_t at, char value) {
    std::string bytes = file;
    bytes[at] = value;
    return bytes;
  };
  expect_refused(spoiled(record + 0, 'X'), "the ZIP64 record of 56 bytes before its locator");
  expect_refused(spoiled(record + 4, 45), "the ZIP64 record of 56 bytes");
  expect_refused(spoiled(record + 16, 1), "an archive of one disk");
  expect_refused(spoiled(record + 24, 2), "an archive of one disk");
  expect_refused(spoiled(record + 47, 1), "a directory of at most");
  expect_refused(spoiled(record + 55, 1), "found it to begin at");
  expect_refused(spoiled(record + 64, 1), "the ZIP64 record of 56 bytes before its locator");
  expect_refused(spoiled(record + 76 + 10, 7), "the numbers of the ZIP64 record");
}

TEST(ZipDirectory, ReadsTenThousandEntriesQuickly) {
  ZipBuilder builder;
  for (int i = 0; i < 10'000; ++i) builder.add(std::to_string(i), "x");
  const std::string file = builder.file();
  ZipDirectory zip(file.size());
  ASSERT_TRUE(read_shard(zip, file).ok());
  EXPECT_EQ(bytes_of(file, zip.find("9999")), "x");
}

}  // namespace
}  // namespace xlmr
