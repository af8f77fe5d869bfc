// I2S buses as their DMA sees them.
//
// `buffer_bytes` is cut into descriptors of equal length, about eight, each between 16 and 256
// frames. Descriptor k is complete exactly (k + 1) * length / rate after the bus was opened,
// whatever the script does:
// - RX: it joins the ring of complete ones; when the ring is full the oldest is dropped (an
// overrun).
// - TX: it plays the oldest frames written; what is missing is played as silence. Running dry is an
//   underrun, counted once for each dry spell.
// Each completed descriptor may post EventKind::I2s. Readiness for polling is ready_bytes() > 0.
#pragma once

#include <memory>
#include <vector>

#include "hal/i2s.hpp"
#include "sim/audio/frame.hpp"
#include "sim/parts/pins.hpp"
#include "sim/wiring.hpp"

namespace krait::sim {

class SimI2s final : public hal::I2s {
  public:
    SimI2s(Wiring& wiring, u8 buses);

    u8 count() const override { return static_cast<u8>(buses_.size()); }
    hal::IoResult open(u8 bus, const hal::I2sConfig& config) override;
    void close(u8 bus) override;
    hal::IoResult read(u8 bus, MutableBytes into) override;
    hal::IoResult write(u8 bus, Bytes samples) override;
    u32 ready_bytes(u8 bus) override;
    void set_notify(u8 bus, bool on) override { buses_[bus].notify = on; }
    hal::I2sStats stats(u8 bus) override { return buses_[bus].stats; }

    // The microphone and the loudspeaker, shared by all buses. The owner keeps them alive.
    void connect(AudioSource* microphone) { microphone_ = microphone; }
    void connect(AudioSink* speaker) { speaker_ = speaker; }
    // The clocks stop and start again, as in light sleep; what sounds meanwhile is not heard.
    void suspend();
    void resume();
    void reset();
    // Sums over all buses since the last reset, closed ones included.
    hal::I2sStats totals() const;

  private:
    // A ring of bytes; RX drops from its front, so positions are counted from the bus's first
    // frame.
    struct Bus {
        bool is_open = false;
        bool notify = false;
        hal::I2sConfig config;
        u32 frame_bytes = 0;
        u32 descriptor_frames = 0;
        u32 descriptors = 0;
        u64 origin = 0;     // when descriptor 0 began
        u64 completed = 0;  // descriptors since origin
        std::vector<u8> ring;
        u32 head = 0;  // first unread byte
        u32 fill = 0;
        u64 lost_until_read = 0;  // frames, for the trace
        bool is_dry = true;
        hal::I2sStats stats = {};
        Timeline::Ticket ticket;
    };
    void arm(Bus& bus);
    void complete(Bus& bus);
    void receive(Bus& bus);
    void transmit(Bus& bus);
    void drop_oldest(Bus& bus);
    u64 moment_of_frame(const Bus& bus, u64 frame) const;
    int index_of(const Bus& bus) const { return static_cast<int>(&bus - buses_.data()); }

    Wiring& wiring_;
    std::vector<Bus> buses_;
    AudioSource* microphone_ = nullptr;
    AudioSink* speaker_ = nullptr;
    u64 listened_until_ = 0;  // when the microphone was last read; 0 never
    std::vector<Frame> frames_;
    hal::I2sStats closed_ = {};
    u64 suspended_at_ = 0;
};

}  // namespace krait::sim
