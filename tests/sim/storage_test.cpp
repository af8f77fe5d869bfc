// Files under a root, the size limit and the full disk.
#include "sim/parts/storage.hpp"

#include <filesystem>

#include "fixture.hpp"

namespace krait::sim {
namespace {

using hal::Errno;
using hal::FileKind;

constexpr u8 kCreate = hal::kOpenWrite | hal::kOpenCreate | hal::kOpenTruncate;

struct StorageTest : testing::Test {
    std::string root = scratch("fs");
    void SetUp() override {
        std::filesystem::remove_all(root);
        std::filesystem::create_directory(root);
    }
    static i32 write(HostStorage& fs, const char* path, std::string_view text) {
        hal::IoResult file = fs.open(path, kCreate);
        EXPECT_TRUE(file.is_ok());
        i32 n =
            fs.write(file.count(), {reinterpret_cast<const u8*>(text.data()), text.size()}).count();
        EXPECT_TRUE(fs.close(file.count()).is_ok());
        return n;
    }
};

TEST_F(StorageTest, write_and_read) {
    HostStorage fs(root, 0);
    EXPECT_EQ(write(fs, "a.txt", "hello"), 5);
    i32 file = fs.open("/a.txt", hal::kOpenRead).count();
    u8 buffer[10];
    EXPECT_EQ(fs.seek(file, 1, hal::SeekFrom::Start).count(), 1);
    EXPECT_EQ(fs.read(file, buffer).count(), 4);
    EXPECT_EQ(buffer[0], 'e');
    EXPECT_EQ(fs.read(file, buffer).count(), 0);
    EXPECT_TRUE(fs.close(file).is_ok());
    EXPECT_TRUE(fs.close(file).is(Errno::BadHandle));
    EXPECT_TRUE(fs.open("nothing", hal::kOpenRead).is(Errno::NoEntry));
    EXPECT_TRUE(fs.open("", hal::kOpenRead).is(Errno::NoEntry));
    EXPECT_TRUE(fs.open("/", hal::kOpenRead).is(Errno::IsDirectory));
}

TEST_F(StorageTest, the_root_cannot_be_left) {
    HostStorage fs(root, 0);
    write(fs, "../../../x", "1");
    EXPECT_TRUE(std::filesystem::exists(root + "/x"));
    EXPECT_TRUE(fs.open("/etc/passwd", hal::kOpenRead).is(Errno::NoEntry));
}

TEST_F(StorageTest, directories) {
    HostStorage fs(root, 0);
    ASSERT_TRUE(fs.make_directory("lib").is_ok());
    EXPECT_TRUE(fs.make_directory("lib").is(Errno::Exists));
    ASSERT_TRUE(fs.change_directory("lib").is_ok());
    write(fs, "m.py", "pass");
    u8 path[20];
    i32 size = fs.current_directory(path).count();
    EXPECT_EQ(std::string(path, path + size), "/lib");
    EXPECT_TRUE(fs.current_directory({path, 2}).is(Errno::Overflow));
    hal::FileStat info;
    ASSERT_TRUE(fs.stat("m.py", info).is_ok());
    EXPECT_EQ(info.size, 4u);
    EXPECT_EQ(info.kind, FileKind::File);
    i32 listing = fs.open_directory("/lib").count();
    hal::DirectoryEntry entry;
    ASSERT_EQ(fs.next_entry(listing, entry).count(), 1);
    EXPECT_EQ(entry.view(), "m.py");
    EXPECT_EQ(fs.next_entry(listing, entry).count(), 0);
    fs.close_directory(listing);
    EXPECT_TRUE(fs.remove_directory("/lib").is(Errno::NotEmpty));
    EXPECT_TRUE(fs.rename("m.py", "/n.py").is_ok());
    EXPECT_TRUE(fs.remove_directory("/lib").is_ok());
    EXPECT_TRUE(fs.remove_file("/n.py").is_ok());
    EXPECT_TRUE(fs.change_directory("/lib").is(Errno::NoEntry));
}

TEST_F(StorageTest, a_small_disk_fills) {
    HostStorage fs(root, 10'000);
    EXPECT_EQ(write(fs, "a", std::string(6000, 'a')), 6000);
    i32 file = fs.open("b", kCreate).count();
    std::vector<u8> block(3000);
    EXPECT_EQ(fs.write(file, block).count(), 3000);
    EXPECT_EQ(fs.write(file, block).count(), 1000);
    EXPECT_TRUE(fs.write(file, block).is(Errno::NoSpace));
    // What is there already can be written over.
    EXPECT_EQ(fs.seek(file, 0, hal::SeekFrom::Start).count(), 0);
    EXPECT_EQ(fs.write(file, block).count(), 3000);
    EXPECT_TRUE(fs.remove_file("a").is_ok());
    EXPECT_EQ(fs.seek(file, 0, hal::SeekFrom::End).count(), 4000);
    EXPECT_EQ(fs.write(file, block).count(), 3000);
    EXPECT_TRUE(fs.truncate(file, 20'000).is(Errno::NoSpace));
    hal::FilesystemStat info;
    ASSERT_TRUE(fs.stat_filesystem("/", info).is_ok());
    EXPECT_EQ(info.blocks, 2u);
    EXPECT_EQ(info.blocks_free, 0u);
}

TEST_F(StorageTest, the_fault_comes_and_goes) {
    SimOptions options = virtual_s3();
    options.filesystem = root;
    options.faults.push_back({FaultKind::DiskFull, {kNsPerSecond, kNsPerSecond}});
    auto board = must_make(options);
    hal::Storage& fs = board->storage();
    i32 file = fs.open("log", kCreate).count();
    u8 byte[1] = {'x'};
    EXPECT_TRUE(fs.write(file, byte).is_ok());
    pass(*board, 1'100'000);
    EXPECT_TRUE(fs.write(file, byte).is(Errno::NoSpace));
    EXPECT_TRUE(fs.open("new", kCreate).is(Errno::NoSpace));
    EXPECT_TRUE(fs.make_directory("d").is(Errno::NoSpace));
    pass(*board, 1'000'000);
    EXPECT_TRUE(fs.write(file, byte).is_ok());
}

TEST_F(StorageTest, the_hosts_paths) {
    HostStorage fs("", 0);
    write(fs, (root + "/a").c_str(), "1");
    ASSERT_TRUE(fs.change_directory(root).is_ok());
    hal::FileStat info;
    EXPECT_TRUE(fs.stat("a", info).is_ok());
    EXPECT_TRUE(
        fs.stat("./../" + std::filesystem::path(root).filename().string() + "/a", info).is_ok());
}

}  // namespace
}  // namespace krait::sim
