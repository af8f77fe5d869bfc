#include "sim/audio/wav.hpp"

#include <cerrno>
#include <cstring>

#include "base/little_endian.hpp"

namespace krait::sim {
namespace {

constexpr u16 kFormatPcm = 1;
constexpr u16 kFormatFloat = 3;
constexpr u16 kFormatExtensible = 0xfffe;
constexpr usize kHeaderBytes = 44;
constexpr u32 kMaxRate = 768'000;

u32 little(Bytes bytes, usize at, usize size) {
    return static_cast<u32>(get_little_endian(bytes.subspan(at, size)));
}

bool has_tag(Bytes file, usize at, const char* tag) {
    return at + 4 <= file.size() && std::memcmp(file.data() + at, tag, 4) == 0;
}

struct Layout {
    u16 format = 0;
    u16 channels = 0;
    u32 rate_hz = 0;
    u16 bits = 0;
    u16 frame_bytes = 0;
    bool is_known = false;
    Bytes data;
    bool has_data = false;
};

// Walks the chunks; a data chunk that claims more than the file has is cut (recorders that were
// killed leave such files), any other chunk must fit.
std::string find_chunks(Bytes file, Layout& layout) {
    if (!has_tag(file, 0, "RIFF") || !has_tag(file, 8, "WAVE")) return "not a WAV file";
    usize at = 12;
    while (at + 8 <= file.size() && !(layout.is_known && layout.has_data)) {
        usize size = little(file, at + 4, 4);
        usize body = at + 8;
        usize left = file.size() - body;
        if (has_tag(file, at, "data")) {
            layout.data = file.subspan(body, size < left ? size : left);
            layout.has_data = true;
        } else if (size > left) {
            return "WAV file is cut off";
        } else if (has_tag(file, at, "fmt ")) {
            if (size < 16) return "WAV format chunk is too short";
            layout.format = static_cast<u16>(little(file, body, 2));
            layout.channels = static_cast<u16>(little(file, body + 2, 2));
            layout.rate_hz = little(file, body + 4, 4);
            layout.frame_bytes = static_cast<u16>(little(file, body + 12, 2));
            layout.bits = static_cast<u16>(little(file, body + 14, 2));
            if (layout.format == kFormatExtensible && size >= 26) {
                layout.format = static_cast<u16>(little(file, body + 24, 2));
            }
            layout.is_known = true;
        }
        if (size > left) break;
        at = body + size + (size & 1);
    }
    if (!layout.is_known) return "WAV file has no format chunk";
    if (!layout.has_data) return "WAV file has no data chunk";
    return "";
}

std::string check(const Layout& layout) {
    bool is_pcm = layout.format == kFormatPcm &&
                  (layout.bits == 8 || layout.bits == 16 || layout.bits == 24 || layout.bits == 32);
    bool is_float = layout.format == kFormatFloat && layout.bits == 32;
    if (layout.format != kFormatPcm && layout.format != kFormatFloat) {
        return "WAV encoding " + std::to_string(layout.format) + " is not supported; use PCM";
    }
    if (!is_pcm && !is_float) {
        return "WAV samples of " + std::to_string(layout.bits) + " bits are not supported";
    }
    if (layout.channels == 0) return "WAV file has no channels";
    if (layout.rate_hz == 0 || layout.rate_hz > kMaxRate) {
        return "WAV sample rate of " + std::to_string(layout.rate_hz) + " Hz is impossible";
    }
    if (layout.frame_bytes != layout.channels * (layout.bits / 8)) {
        return "WAV frame size does not match its channels and bits";
    }
    return "";
}

i32 float_sample(u32 word) {
    float value = 0;
    std::memcpy(&value, &word, sizeof value);
    double scaled = static_cast<double>(value) * 2147483648.0;
    if (!(scaled > -2147483648.0)) return scaled == scaled ? INT32_MIN : 0;
    return scaled >= 2147483647.0 ? INT32_MAX : static_cast<i32>(scaled);
}

i32 sample(const Layout& layout, usize at) {
    u32 word = little(layout.data, at, layout.bits / 8u);
    if (layout.format == kFormatFloat) return float_sample(word);
    if (layout.bits == 8) word ^= 0x80;  // 8-bit WAV is unsigned
    return static_cast<i32>(word << (32 - layout.bits));
}

std::vector<u8> read_file(const std::string& path, std::string& error) {
    std::vector<u8> content;
    std::FILE* file = std::fopen(path.c_str(), "re");
    if (file == nullptr) {
        error = std::strerror(errno);
        return content;
    }
    u8 block[65536];
    for (usize n; (n = std::fread(block, 1, sizeof block, file)) > 0;) {
        content.insert(content.end(), block, block + n);
    }
    if (std::ferror(file) != 0) error = std::strerror(errno);
    std::fclose(file);
    return content;
}

}  // namespace

Wav parse_wav(Bytes file, std::string& error) {
    Layout layout;
    error = find_chunks(file, layout);
    if (error.empty()) error = check(layout);
    usize count = error.empty() ? layout.data.size() / layout.frame_bytes : 0;
    if (error.empty() && count == 0) error = "WAV file holds no sound";
    if (!error.empty()) return {};

    Wav wav{layout.rate_hz, layout.channels, layout.bits, std::vector<Frame>(count)};
    usize right = layout.channels > 1 ? layout.bits / 8u : 0;
    for (usize i = 0; i < count; i++) {
        usize at = i * layout.frame_bytes;
        wav.frames[i] = {sample(layout, at), sample(layout, at + right)};
    }
    return wav;
}

Wav read_wav(const std::string& path, std::string& error) {
    std::vector<u8> content = read_file(path, error);
    Wav wav;
    if (error.empty()) wav = parse_wav(content, error);
    if (!error.empty()) error = path + ": " + error;
    return wav;
}

bool WavWriter::open(const std::string& path, u32 rate_hz) {
    close();
    file_ = std::fopen(path.c_str(), "we");
    if (file_ == nullptr) return false;
    rate_hz_ = rate_hz;
    data_bytes_ = 0;
    write_header();
    return true;
}

void WavWriter::write_header() {
    u8 header[kHeaderBytes] = {};
    auto put = [&header](usize at, usize size, u32 word) {
        for (usize i = 0; i < size; i++) header[at + i] = static_cast<u8>(word >> (8 * i));
    };
    std::memcpy(header, "RIFF", 4);
    put(4, 4, static_cast<u32>(kHeaderBytes - 8) + data_bytes_);
    std::memcpy(header + 8, "WAVEfmt ", 8);
    put(16, 4, 16);
    put(20, 2, kFormatPcm);
    put(22, 2, 2);
    put(24, 4, rate_hz_);
    put(28, 4, rate_hz_ * 4);
    put(32, 2, 4);
    put(34, 2, 16);
    std::memcpy(header + 36, "data", 4);
    put(40, 4, data_bytes_);
    std::fwrite(header, 1, sizeof header, file_);
}

void WavWriter::write(std::span<const Frame> frames) {
    if (file_ == nullptr) return;
    for (const Frame& frame : frames) {
        auto left = static_cast<u32>(frame.left) >> 16;
        auto right = static_cast<u32>(frame.right) >> 16;
        u8 bytes[4] = {static_cast<u8>(left), static_cast<u8>(left >> 8), static_cast<u8>(right),
                       static_cast<u8>(right >> 8)};
        std::fwrite(bytes, 1, sizeof bytes, file_);
    }
    data_bytes_ += static_cast<u32>(frames.size() * 4);
}

void WavWriter::close() {
    if (file_ == nullptr) return;
    std::rewind(file_);
    write_header();
    std::fclose(file_);
    file_ = nullptr;
}

}  // namespace krait::sim
