// The host's recording device as a microphone. libasound is looked up when it is asked for, so the
// program runs on hosts without it; the few functions used are declared here with the types of its
// stable ABI.
//
// The device's clock and the board's drift apart. What the device has recorded is drained into a
// queue at each read; when the queue runs dry the board hears silence, when it grows beyond a fifth
// of a second the oldest sound is dropped.
#include <dlfcn.h>

#include <deque>

#include "sim/devices/microphone.hpp"

namespace krait::sim {
namespace {

constexpr i32 kStreamCapture = 1;
constexpr i32 kNonBlocking = 1;
constexpr i32 kFormatS32Le = 10;
constexpr i32 kAccessInterleaved = 3;
constexpr u32 kLatencyUs = 20'000;
constexpr u32 kChannels = 2;

struct Alsa {
    void* library = nullptr;
    int (*open)(void**, const char*, int, int) = nullptr;
    int (*set_params)(void*, int, int, unsigned, unsigned, int, unsigned) = nullptr;
    int (*start)(void*) = nullptr;
    long (*readi)(void*, void*, unsigned long) = nullptr;
    int (*recover)(void*, int, int) = nullptr;
    int (*close)(void*) = nullptr;
    const char* (*strerror)(int) = nullptr;

    template <typename Function>
    bool look_up(Function& function, const char* name) {
        function = reinterpret_cast<Function>(dlsym(library, name));
        return function != nullptr;
    }
    bool load() {
        library = dlopen("libasound.so.2", RTLD_NOW | RTLD_LOCAL);
        return library != nullptr && look_up(open, "snd_pcm_open") &&
               look_up(set_params, "snd_pcm_set_params") && look_up(start, "snd_pcm_start") &&
               look_up(readi, "snd_pcm_readi") && look_up(recover, "snd_pcm_recover") &&
               look_up(close, "snd_pcm_close") && look_up(strerror, "snd_strerror");
    }
};

class AlsaSource final : public AudioSource {
  public:
    AlsaSource(Alsa alsa, void* pcm) : alsa_(alsa), pcm_(pcm) {}
    ~AlsaSource() override {
        alsa_.close(pcm_);
        dlclose(alsa_.library);
    }

    void set_rate(u32 rate_hz) override {
        rate_hz_ = rate_hz;
        queue_.clear();
        alsa_.set_params(pcm_, kFormatS32Le, kAccessInterleaved, kChannels, rate_hz, 1, kLatencyUs);
        alsa_.start(pcm_);
    }
    void read(std::span<Frame> out) override {
        drain();
        for (Frame& frame : out) {
            frame = {};
            if (queue_.empty()) continue;
            frame = queue_.front();
            queue_.pop_front();
        }
    }
    void skip(u64) override { drain(); }

  private:
    void drain() {
        Frame block[256];
        for (;;) {
            long n = alsa_.readi(pcm_, block, std::size(block));
            if (n == -11) break;  // EAGAIN: nothing more recorded yet
            if (n < 0 && (alsa_.recover(pcm_, static_cast<int>(n), 1) < 0)) break;
            if (n < 0) {
                alsa_.start(pcm_);
                break;
            }
            queue_.insert(queue_.end(), block, block + n);
            if (n == 0) break;
        }
        while (queue_.size() > rate_hz_ / 5) queue_.pop_front();
    }

    Alsa alsa_;
    void* pcm_;
    u32 rate_hz_ = 0;
    std::deque<Frame> queue_;
};

}  // namespace

std::unique_ptr<AudioSource> make_alsa_source(const std::string& device, std::string& error) {
    Alsa alsa;
    if (!alsa.load()) {
        error = "microphone 'device' needs the library libasound (Debian package libasound2)";
        if (alsa.library != nullptr) dlclose(alsa.library);
        return nullptr;
    }
    void* pcm = nullptr;
    int failure = alsa.open(&pcm, device.c_str(), kStreamCapture, kNonBlocking);
    if (failure < 0) {
        error = "recording device '" + device + "': " + alsa.strerror(failure);
        dlclose(alsa.library);
        return nullptr;
    }
    return std::make_unique<AlsaSource>(alsa, pcm);
}

}  // namespace krait::sim
