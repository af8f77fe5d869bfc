// What Deflate packs Inflate unpacks, whatever the pieces; what is broken does no harm.
#include "base/inflate.hpp"

#include <gtest/gtest.h>

#include <random>
#include <vector>

#include "base/deflate.hpp"

namespace krait {
namespace {

using Data = std::vector<u8>;
using Step = Inflate::Step;

class Packing : public testing::Test {
  protected:
    std::mt19937 random_{7};

    u32 below(u32 limit) { return static_cast<u32>(random_() % limit); }

    // Noise, few letters, short repetitions, or long runs.
    Data any(u32 most) {
        Data data(below(most));
        const u32 kind = below(4);
        for (usize i = 0; i < data.size(); ++i) {
            const bool repeats = i > 8 && below(20) != 0;
            if (kind == 0) data[i] = static_cast<u8>(random_());
            if (kind == 1) data[i] = static_cast<u8>('a' + below(3));
            if (kind == 2) data[i] = repeats ? data[i - 1 - below(7)] : static_cast<u8>(random_());
            if (kind == 3) data[i] = static_cast<u8>(i / 100);
        }
        return data;
    }

    Data pack(ZipFormat format, unsigned window_bits, const Data& data, usize piece) {
        const bool one_block = below(2) != 0;
        Deflate packer(format, window_bits, below(3) * 40, one_block);
        std::vector<u16> memory(packer.memory_size() / 2 + 1);
        packer.set_memory(reinterpret_cast<u8*>(memory.data()));
        Data packed;
        auto emit = [&](auto step) {
            u8 bytes[Deflate::kMinRoom * 2];
            MutableBytes room(bytes);
            step(room);
            packed.insert(packed.end(), bytes, bytes + (sizeof bytes - room.size()));
        };
        emit([&](MutableBytes& room) { packer.start(room); });
        for (usize at = 0; at < data.size(); at += piece) {
            Bytes input(data.data() + at, std::min(piece, data.size() - at));
            while (!input.empty()) emit([&](MutableBytes& room) { packer.run(input, room); });
            if (!one_block && below(4) == 0) emit([&](MutableBytes& room) { packer.flush(room); });
        }
        emit([&](MutableBytes& room) { packer.end_block(room); });
        emit([&](MutableBytes& room) { packer.pad(room); });
        emit([&](MutableBytes& room) { packer.trailer(room); });
        return packed;
    }

    // Unpacks until something other than input or room is missing; at most a megabyte.
    Step unpack(ZipFormat format, unsigned window_bits, const Data& packed, Data& out) {
        Inflate unpacker(format, window_bits);
        Data window, room_bytes(1 + below(500));
        const usize piece = 1 + below(50);
        Bytes input;
        for (usize at = 0; out.size() < 1 << 20;) {
            MutableBytes room(room_bytes);
            const Step step = unpacker.run(input, room);
            out.insert(out.end(), room_bytes.data(),
                       room_bytes.data() + (room_bytes.size() - room.size()));
            if (step == Step::NeedWindow) {
                window.resize(unpacker.window_size());
                unpacker.set_window(window.data());
            } else if (step == Step::NeedInput && at < packed.size()) {
                input = Bytes(packed).subspan(at, std::min(piece, packed.size() - at));
                at += input.size();
            } else if (step != Step::NeedRoom) {
                return step;
            }
        }
        return Step::NeedRoom;
    }
};

TEST_F(Packing, RoundTrips) {
    for (int turn = 0; turn < 600; ++turn) {
        const auto format = static_cast<ZipFormat>(1 + below(3));
        const unsigned bits = kMinWindowBits + below(kMaxWindowBits - kMinWindowBits + 1);
        const Data data = any(turn % 50 == 0 ? 100'000 : 3'000);
        const Data packed = pack(format, bits, data, 1 + below(4'000));
        Data out;
        const bool is_raw = format == ZipFormat::Raw;
        ASSERT_EQ(unpack(is_raw ? format : ZipFormat::Auto, is_raw ? bits : 0, packed, out),
                  Step::Done);
        ASSERT_EQ(out, data);
    }
}

TEST_F(Packing, RepetitionsArePacked) {
    const Data data(10'000, 'x');
    EXPECT_LT(pack(ZipFormat::Zlib, 15, data, data.size()).size(), 10'100u);
    Deflate packer(ZipFormat::Raw, 15, 32);
    std::vector<u16> memory(packer.memory_size() / 2);
    packer.set_memory(reinterpret_cast<u8*>(memory.data()));
    Data packed(1'000);
    MutableBytes room(packed);
    Bytes input(data);
    packer.run(input, room);
    EXPECT_TRUE(input.empty());
    EXPECT_LT(packed.size() - room.size(), 100u);
}

TEST_F(Packing, EveryTruncationIsNoticed) {
    const Data packed = pack(ZipFormat::Gzip, 9, Data(200, 'y'), 50);
    for (usize size = 0; size < packed.size(); ++size) {
        Data out;
        EXPECT_EQ(unpack(ZipFormat::Gzip, 0, Data(packed.begin(), packed.begin() + size), out),
                  Step::NeedInput);
    }
}

TEST_F(Packing, BrokenDataDoesNoHarm) {
    const Data good = pack(ZipFormat::Zlib, 12, any(3'000), 500);
    for (int turn = 0; turn < 5'000; ++turn) {
        Data bad = good;
        for (u32 change = 0; change <= below(3); ++change)
            bad[below(static_cast<u32>(bad.size()))] ^= static_cast<u8>(1u << below(8));
        Data out;
        static_cast<void>(unpack(ZipFormat::Auto, 0, bad, out));
    }
    for (int turn = 0; turn < 20'000; ++turn) {
        Data noise(below(60));
        for (u8& byte : noise) byte = static_cast<u8>(random_());
        Data out;
        static_cast<void>(unpack(ZipFormat::Raw, kMinWindowBits + below(11), noise, out));
    }
}

TEST(Checksums, AreThoseOfTheStandards) {
    const Data digits{'1', '2', '3', '4', '5', '6', '7', '8', '9'};
    EXPECT_EQ(adler32(digits), 0x091E01DEu);
    EXPECT_EQ(crc32(digits), 0xCBF43926u);
    EXPECT_EQ(adler32(Bytes(digits).subspan(4), adler32(Bytes(digits).first(4))), 0x091E01DEu);
}

}  // namespace
}  // namespace krait
