#include "sim/parts/i2s.hpp"

#include <algorithm>
#include <cstring>

namespace krait::sim {

using hal::Errno;
using hal::I2sMode;
using hal::IoResult;

namespace {

constexpr u32 kDescriptorsWanted = 8;
constexpr u32 kMinFrames = 16;
constexpr u32 kMaxFrames = 256;
constexpr u32 kMaxRate = 192'000;
constexpr u32 kMaxBuffer = 1 << 20;

unsigned long long big(u64 n) { return n; }

void put_sample(u8* at, i32 sample, u32 bytes) {
    u32 word = static_cast<u32>(sample) >> (32 - 8 * bytes);
    for (u32 i = 0; i < bytes; i++) at[i] = static_cast<u8>(word >> (8 * i));
}

i32 get_sample(const u8* at, u32 bytes) {
    u32 word = 0;
    for (u32 i = 0; i < bytes; i++) word |= u32{at[i]} << (8 * i);
    return static_cast<i32>(word << (32 - 8 * bytes));
}

void put_frame(u8* at, const Frame& frame, const hal::I2sConfig& config) {
    u32 bytes = config.bits / 8u;
    put_sample(at, frame.left, bytes);
    if (config.channels() == 2) put_sample(at + bytes, frame.right, bytes);
}

Frame get_frame(const u8* at, const hal::I2sConfig& config) {
    u32 bytes = config.bits / 8u;
    i32 left = get_sample(at, bytes);
    return {left, config.channels() == 2 ? get_sample(at + bytes, bytes) : left};
}

bool is_possible(const hal::I2sConfig& config) {
    return (config.bits == 16 || config.bits == 32) && config.rate_hz >= 1 &&
           config.rate_hz <= kMaxRate && config.buffer_bytes >= 2 * config.frame_bytes();
}

void add(hal::I2sStats& sum, const hal::I2sStats& stats) {
    sum.frames += stats.frames;
    sum.frames_lost += stats.frames_lost;
    sum.frames_silent += stats.frames_silent;
    sum.overruns += stats.overruns;
    sum.underruns += stats.underruns;
    sum.last_arrival_us = std::max(sum.last_arrival_us, stats.last_arrival_us);
}

}  // namespace

SimI2s::SimI2s(Wiring& wiring, u8 buses) : wiring_(wiring), buses_(buses) {}

IoResult SimI2s::open(u8 index, const hal::I2sConfig& config) {
    Bus& bus = buses_[index];
    if (bus.is_open) return Errno::Busy;
    if (!is_possible(config)) return Errno::InvalidArgument;
    if (config.buffer_bytes > kMaxBuffer) return Errno::NoMemory;
    bool is_rx = config.mode == I2sMode::Rx;
    if (is_rx && microphone_ != nullptr) microphone_->set_rate(config.rate_hz);
    if (!is_rx && speaker_ != nullptr) speaker_->set_rate(config.rate_hz);
    wiring_.time.touch();

    u32 frames = config.buffer_bytes / config.frame_bytes();
    bus = {};
    bus.is_open = true;
    bus.config = config;
    bus.frame_bytes = config.frame_bytes();
    bus.descriptor_frames = std::clamp(frames / kDescriptorsWanted, kMinFrames, kMaxFrames);
    bus.descriptors = std::max(2u, (frames + bus.descriptor_frames - 1) / bus.descriptor_frames);
    bus.ring.resize(usize{bus.descriptors} * bus.descriptor_frames * bus.frame_bytes);
    bus.origin = wiring_.time.now();
    if (is_rx && microphone_ != nullptr && listened_until_ != 0) {
        u64 unheard = bus.origin - std::min(bus.origin, listened_until_);
        microphone_->skip(unheard * config.rate_hz / kNsPerSecond);
    }
    wiring_.trace.line("i2s%d open %s %u Hz %u bit %s, %u x %u frames", index, is_rx ? "rx" : "tx",
                       config.rate_hz, config.bits, config.channels() == 2 ? "stereo" : "mono",
                       bus.descriptors, bus.descriptor_frames);
    arm(bus);
    return 0;
}

void SimI2s::close(u8 index) {
    Bus& bus = buses_[index];
    if (!bus.is_open) return;
    wiring_.time.cancel(bus.ticket);
    bus.is_open = false;
    add(closed_, bus.stats);
    wiring_.trace.line("i2s%d close frames=%llu lost=%llu overruns=%u silent=%llu underruns=%u",
                       index, big(bus.stats.frames), big(bus.stats.frames_lost), bus.stats.overruns,
                       big(bus.stats.frames_silent), bus.stats.underruns);
}

u64 SimI2s::moment_of_frame(const Bus& bus, u64 frame) const {
    u64 seconds = frame / bus.config.rate_hz;
    u64 rest = frame % bus.config.rate_hz;
    return bus.origin + seconds * kNsPerSecond + rest * kNsPerSecond / bus.config.rate_hz;
}

void SimI2s::arm(Bus& bus) {
    u64 moment = moment_of_frame(bus, (bus.completed + 1) * bus.descriptor_frames);
    bus.ticket = wiring_.time.at(moment, [this, &bus] { complete(bus); });
}

void SimI2s::complete(Bus& bus) {
    bus.ticket = {};
    bus.completed++;
    bus.stats.frames += bus.descriptor_frames;
    frames_.resize(bus.descriptor_frames);
    if (bus.config.mode == I2sMode::Rx) {
        receive(bus);
    } else {
        transmit(bus);
    }
    if (bus.notify) {
        wiring_.interrupts.post({hal::EventKind::I2s, static_cast<u8>(index_of(bus))}, 0);
    }
    arm(bus);
}

void SimI2s::receive(Bus& bus) {
    std::fill(frames_.begin(), frames_.end(), Frame{});
    if (microphone_ != nullptr) microphone_->read(frames_);
    listened_until_ = wiring_.time.now();
    u32 bytes = bus.descriptor_frames * bus.frame_bytes;
    auto size = static_cast<u32>(bus.ring.size());
    if (bus.fill + bytes > size) drop_oldest(bus);
    u32 tail = (bus.head + bus.fill) % size;
    for (const Frame& frame : frames_) {
        put_frame(&bus.ring[tail], frame, bus.config);
        tail = (tail + bus.frame_bytes) % size;
    }
    bus.fill += bytes;
}

// The rest of the descriptor at the front goes: at most one descriptor, less what was read of it.
void SimI2s::drop_oldest(Bus& bus) {
    u32 bytes = bus.descriptor_frames * bus.frame_bytes;
    u32 dropped = bytes - bus.head % bytes;
    bus.head = (bus.head + dropped) % static_cast<u32>(bus.ring.size());
    bus.fill -= dropped;
    u64 frames = dropped / bus.frame_bytes;
    bus.stats.overruns++;
    bus.stats.frames_lost += frames;
    if (bus.lost_until_read == 0) wiring_.trace.line("i2s%d overrun", index_of(bus));
    bus.lost_until_read += frames;
}

void SimI2s::transmit(Bus& bus) {
    auto size = static_cast<u32>(bus.ring.size());
    u32 played = std::min(bus.fill / bus.frame_bytes, bus.descriptor_frames);
    for (u32 i = 0; i < bus.descriptor_frames; i++) {
        frames_[i] = i < played ? get_frame(&bus.ring[bus.head], bus.config) : Frame{};
        if (i < played) bus.head = (bus.head + bus.frame_bytes) % size;
    }
    bus.fill -= played * bus.frame_bytes;
    bus.stats.frames_silent += bus.descriptor_frames - played;
    if (played < bus.descriptor_frames && !bus.is_dry) {
        bus.is_dry = true;
        bus.stats.underruns++;
        wiring_.trace.line("i2s%d underrun", index_of(bus));
    }
    if (speaker_ != nullptr) speaker_->write(frames_);
}

IoResult SimI2s::read(u8 index, MutableBytes into) {
    Bus& bus = buses_[index];
    if (!bus.is_open || bus.config.mode != I2sMode::Rx) return Errno::BadHandle;
    wiring_.time.touch();
    u32 bytes = std::min<u32>(bus.fill, static_cast<u32>(std::min<usize>(into.size(), kMaxBuffer)));
    bytes -= bytes % bus.frame_bytes;
    if (bytes == 0) return 0;
    auto size = static_cast<u32>(bus.ring.size());
    u32 first = std::min(bytes, size - bus.head);
    std::memcpy(into.data(), &bus.ring[bus.head], first);
    std::memcpy(into.data() + first, bus.ring.data(), bytes - first);
    bus.head = (bus.head + bytes) % size;
    bus.fill -= bytes;

    u64 end = bus.stats.frames - bus.fill / bus.frame_bytes;  // frames before the next to be read
    u64 begin = end - bytes / bus.frame_bytes;
    // The last frame came with the descriptor that holds it.
    u64 arrived = (end + bus.descriptor_frames - 1) / bus.descriptor_frames * bus.descriptor_frames;
    u64 arrival = moment_of_frame(bus, arrived);
    bus.stats.last_arrival_us = (arrival - std::min(arrival, wiring_.boot)) / kNsPerUs;
    u64 arrival_us = arrival / kNsPerUs;
    wiring_.trace.line("i2s%d read first=%llu frames=%u lost=%llu arrived=%llu.%06llu", index,
                       big(begin), bytes / bus.frame_bytes, big(bus.lost_until_read),
                       big(arrival_us / 1'000'000), big(arrival_us % 1'000'000));
    bus.lost_until_read = 0;
    wiring_.stats.heard(arrival);
    return static_cast<i32>(bytes);
}

IoResult SimI2s::write(u8 index, Bytes samples) {
    Bus& bus = buses_[index];
    if (!bus.is_open || bus.config.mode != I2sMode::Tx) return Errno::BadHandle;
    wiring_.time.touch();
    auto size = static_cast<u32>(bus.ring.size());
    u32 bytes = static_cast<u32>(std::min<usize>(samples.size(), size - bus.fill));
    bytes -= bytes % bus.frame_bytes;
    if (bytes == 0) return 0;
    u32 tail = (bus.head + bus.fill) % size;
    u32 first = std::min(bytes, size - tail);
    std::memcpy(&bus.ring[tail], samples.data(), first);
    std::memcpy(bus.ring.data(), samples.data() + first, bytes - first);
    bus.fill += bytes;
    bus.is_dry = false;
    wiring_.trace.line("i2s%d write frames=%u", index, bytes / bus.frame_bytes);
    return static_cast<i32>(bytes);
}

u32 SimI2s::ready_bytes(u8 index) {
    const Bus& bus = buses_[index];
    if (!bus.is_open) return 0;
    return bus.config.mode == I2sMode::Rx ? bus.fill : static_cast<u32>(bus.ring.size()) - bus.fill;
}

void SimI2s::suspend() {
    suspended_at_ = wiring_.time.now();
    for (Bus& bus : buses_) wiring_.time.cancel(bus.ticket);
}

void SimI2s::resume() {
    u64 asleep = wiring_.time.now() - suspended_at_;
    for (Bus& bus : buses_) {
        if (!bus.is_open) continue;
        bus.origin += asleep;
        if (bus.config.mode == I2sMode::Rx && microphone_ != nullptr) {
            microphone_->skip(asleep * bus.config.rate_hz / kNsPerSecond);
        }
        arm(bus);
    }
}

void SimI2s::reset() {
    for (u8 bus = 0; bus < count(); bus++) close(bus);
}

hal::I2sStats SimI2s::totals() const {
    hal::I2sStats sum = closed_;
    for (const Bus& bus : buses_) {
        if (bus.is_open) add(sum, bus.stats);
    }
    return sum;
}

}  // namespace krait::sim
