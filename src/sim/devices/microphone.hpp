// What the virtual microphone hears, from the text of `--mic`:
//
//     FILE.wav         a recording, then silence; round and round with --mic-loop
//     tone:HZ[:LEVEL]  a sine; LEVEL is 0..1 of full scale or decibels below it (-20); 0.5 by
//     default noise[:LEVEL]    white noise, the same in each run with the same seed silence
//     device[:NAME]    the host's recording device through ALSA (real time only)
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "sim/audio/frame.hpp"

namespace krait::sim {

struct MicrophoneChoice {
    std::string_view source;
    bool is_loop = false;
    u64 seed = 1;
    bool is_real_time = true;
};

// nullptr when there is no such source; `error` says why.
std::unique_ptr<AudioSource> make_microphone(const MicrophoneChoice& choice, std::string& error);

// The ALSA source (devices/alsa.cpp).
std::unique_ptr<AudioSource> make_alsa_source(const std::string& device, std::string& error);

}  // namespace krait::sim
