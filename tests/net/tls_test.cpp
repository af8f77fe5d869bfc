// TLS between two sessions in one process, over pipes that hold as little as the test wants. Both
// ends are ours; what other implementations think of them is for tls_peers.py.
#include <stdlib.h>

#include <deque>
#include <fstream>
#include <sstream>

#include "../core/interp_fixture.hpp"
#include "hal/board.hpp"
#include "net/tls_errors.hpp"
#include "net/tls_session.hpp"

namespace krait {
namespace {

constexpr i64 kNanosecond = 1'000'000'000;
constexpr i64 kIn2026 = 1'780'000'000 * kNanosecond, kIn2000 = 946'684'800 * kNanosecond;

// --- a board with a clock, random numbers, and nothing else
// ---------------------------------------

class TestClock final : public hal::Clock {
  public:
    u64 ticks_us() override { return 0; }
    u32 ticks_cpu() override { return 0; }
    i64 epoch_ns() override { return now_; }
    void set_epoch_ns(i64 now) override { now_ = now; }
    bool is_set() override { return now_ != kIn2000; }

  private:
    i64 now_ = kIn2026;
};

class TestEntropy final : public hal::Entropy {
  public:
    hal::IoResult fill(MutableBytes into) override {
        for (u8& byte : into) byte = static_cast<u8>(::rand());
        return static_cast<i32>(into.size());
    }
};

class TestBoard final : public hal::Board {
  public:
    const hal::BoardInfo& info() const override { return info_; }
    hal::Clock& clock() override { return clock_; }
    hal::Console& console() override { __builtin_trap(); }
    hal::Waiter& waiter() override { __builtin_trap(); }
    hal::Entropy& entropy() override { return entropy_; }
    hal::Storage& storage() override { __builtin_trap(); }
    hal::Pins* pins() override { return nullptr; }
    hal::I2s* i2s() override { return nullptr; }
    hal::Timers* timers() override { return nullptr; }
    hal::Watchdog* watchdog() override { return nullptr; }
    hal::Rtc* rtc() override { return nullptr; }
    hal::Power* power() override { return nullptr; }
    hal::Radio* radio() override { return nullptr; }
    hal::NetStack* net() override { return nullptr; }
    void set_sink(hal::EventSink*) override {}

  private:
    hal::BoardInfo info_;
    TestClock clock_;
    TestEntropy entropy_;
};

// --- pipes ---------------------------------------------------------------------------------------

struct Pipe {
    std::deque<u8> bytes;
    usize capacity = 1 << 20;
    usize left = ~usize{0};  // so many bytes still go through; then the pipe ends
    bool ended = false;
};

struct PipeEnd : Object {
    static const BuiltinType kType;
    Pipe *in, *out;
    bool waits;
};

Result<isize> pipe_read(Interp&, Value self, MutableBytes into) {
    Pipe& pipe = *as<PipeEnd>(self)->in;
    if (pipe.bytes.empty()) return pipe.ended ? 0 : kStreamAgain;
    usize n = 0;
    for (; n < into.size() && !pipe.bytes.empty(); ++n) {
        into[n] = pipe.bytes.front();
        pipe.bytes.pop_front();
    }
    return static_cast<isize>(n);
}

Result<isize> pipe_write(Interp& in, Value self, Bytes data) {
    Pipe& pipe = *as<PipeEnd>(self)->out;
    if (pipe.ended) return raise_os_error(in, 32);
    usize n = 0;
    for (; n < data.size() && pipe.bytes.size() < pipe.capacity && pipe.left; ++n, --pipe.left)
        pipe.bytes.push_back(data[n]);
    if (!pipe.left) pipe.ended = true;
    return n ? static_cast<isize>(n) : kStreamAgain;
}

Status pipe_poll(Interp&, Value self, StreamPoll& question) {
    const PipeEnd* end = as<PipeEnd>(self);
    if (!end->in->bytes.empty() || end->in->ended) question.ready |= hal::kPollIn;
    if (end->out->bytes.size() < end->out->capacity) question.ready |= hal::kPollOut;
    question.ready &= question.interest;
    return kOk;
}

u64 pipe_timeout(Value self) { return as<PipeEnd>(self)->waits ? hal::kForever : 0; }

constexpr StreamOps kPipeOps = {
    .read = pipe_read, .write = pipe_write, .poll = pipe_poll, .timeout_us = pipe_timeout};
constexpr Slots kPipeSlots = {.stream = &kPipeOps};
constinit const BuiltinType PipeEnd::kType{
    {.name = "PipeEnd"_sym, .slots = &kPipeSlots, .size = sizeof(PipeEnd)}};

// --- the fixture ---------------------------------------------------------------------------------

class TlsTest : public testing::Test {
  protected:
    static void SetUpTestSuite() {
        char name[] = "/tmp/krait-tls-XXXXXX";
        folder_ = ::mkdtemp(name);
        const std::string script = KRAIT_TESTS "/net/make_certificates.sh ";
        ASSERT_EQ(std::system((script + folder_).c_str()), 0);
    }
    static void TearDownTestSuite() { (void)std::system(("rm -r " + folder_).c_str()); }
    ~TlsTest() override { disconnect(); }

    // Ends what there was, and empties the pipes.
    void disconnect() {
        if (client) client->destroy();
        if (server) server->destroy();
        client = server = nullptr;
        from_client = from_server = Pipe{};
    }

    static std::string file(const std::string& name) {
        std::ifstream stream(folder_ + "/" + name);
        std::stringstream text;
        text << stream.rdbuf();
        return text.str();
    }
    static Bytes bytes(std::string_view text) {
        return {reinterpret_cast<const u8*>(text.data()), text.size()};
    }

    void connect(const std::string& certificate, const std::string& roots, std::string_view host,
                 int version = 0x304) {
        TlsConfig* ours = TlsConfig::create(in, false);
        TlsConfig* theirs = TlsConfig::create(in, true);
        ASSERT_TRUE(ours && theirs);
        if (!roots.empty()) {
            ASSERT_EQ(ours->own_roots()->add(bytes(file(roots))), 0);
        } else {
            ours->set_verify(TlsVerify::None);
        }
        ASSERT_EQ(theirs->set_identity(bytes(file(certificate + ".pem")),
                                       bytes(file(certificate + ".key")), {}),
                  0);
        ours->set_versions(0x303, version);
        client = TlsSession::create(in, ours, host);
        server = TlsSession::create(in, theirs, {});
        ASSERT_TRUE(client && server);
        ours->drop();
        theirs->drop();
        client_end = end(from_server, from_client);
        server_end = end(from_client, from_server);
    }
    Value end(Pipe& from, Pipe& to) {
        PipeEnd* e = KRAIT_MUST(in.make<PipeEnd>(), "the heap is large");
        e->in = &from;
        e->out = &to;
        return e;
    }
    TlsSession::Io client_io() { return {in, client_end, &kPipeOps}; }
    TlsSession::Io server_io() { return {in, server_end, &kPipeOps}; }

    // Handshakes both ends in turn; the client's error, "" if it is ready.
    std::string handshake() {
        for (int turn = 0; turn < 200000; ++turn) {
            const auto ours = client->handshake(client_io());
            if (!ours) return error();
            const bool is_done = ours.take();
            const auto theirs = server->handshake(server_io());
            if (!theirs) {
                (void)error();
                from_server.ended = true;
            } else if (is_done && theirs.take()) {
                return "";
            }
        }
        return "no end";
    }
    std::string error() {
        const Value pending = in.take_pending();
        if (pending.is_empty()) return "no exception";
        auto text = to_str(in, pending);
        return std::string(type_of(pending)->name->view()) + ": " +
               std::string(text.take()->view());
    }
    std::string refusal(const std::string& certificate, const std::string& roots,
                        std::string_view host) {
        disconnect();
        connect(certificate, roots, host);
        return handshake();
    }

    struct Region {
        alignas(64) u8 bytes[1 << 20];
    };
    static std::string folder_;
    TestBoard board;
    std::unique_ptr<Region> region = std::make_unique<Region>();
    InterpConfig config() {
        InterpConfig c;
        c.heap_region = region->bytes;
        c.heap_size = c.heap_reserved = sizeof region->bytes;
        c.c_stack_bytes = 1 << 20;
        c.board = &board;
        return c;
    }
    Interp in{config()};
    char here_ = 0;
    Interp::Entry entry{in, __builtin_frame_address(0)};
    Pipe from_client, from_server;
    TlsSession *client = nullptr, *server = nullptr;
    Value client_end, server_end;
};
std::string TlsTest::folder_;

// --- the tests -----------------------------------------------------------------------------------

TEST_F(TlsTest, SpeaksBothVersions) {
    for (int version : {0x303, 0x304}) {
        disconnect();
        connect("good", "ca.pem", "broker.test", version);
        ASSERT_EQ(handshake(), "");
        EXPECT_STREQ(client->version(), version == 0x303 ? "TLSv1.2" : "TLSv1.3");
        EXPECT_STREQ(client->version(), server->version());
        EXPECT_GT(client->peer_certificate().size(), 100u);
    }
}

TEST_F(TlsTest, AcceptsNamesAndKeysOfAllKinds) {
    EXPECT_EQ(refusal("good", "ca.pem", "BROKER.test"), "");
    EXPECT_EQ(refusal("good", "ca.pem", "a.wild.test"), "");
    EXPECT_EQ(refusal("good", "ca.pem", "127.0.0.1"), "");
    EXPECT_EQ(refusal("good", "ca.pem", ""), "");
    EXPECT_EQ(refusal("plain", "ca.pem", "plain.test"), "");
    EXPECT_EQ(refusal("rsa", "ca.pem", "rsa.test"), "");
    EXPECT_EQ(refusal("self", "self.pem", "broker.test"), "");
    EXPECT_EQ(refusal("expired", "", "other.test"), "");  // not checked
}

TEST_F(TlsTest, SaysWhyACertificateIsRefused) {
    const std::string failed = "SSLCertVerificationError: certificate verify failed: ";
    EXPECT_EQ(refusal("good", "other.pem", "broker.test"),
              failed + "unknown CA, unable to get local issuer certificate (Test CA)");
    EXPECT_EQ(refusal("self", "ca.pem", "broker.test"),
              failed + "self-signed certificate (broker.test)");
    EXPECT_EQ(refusal("expired", "ca.pem", "broker.test"),
              failed + "certificate has expired (since 2024-01-02)");
    EXPECT_EQ(refusal("early", "ca.pem", "broker.test"),
              failed + "certificate is not yet valid (before 2100-01-01)");
    EXPECT_EQ(refusal("good", "ca.pem", "mqtt.test"),
              failed +
                  "hostname mismatch, certificate is not valid for 'mqtt.test' (it is for "
                  "broker.test, *.wild.test, localhost, 127.0.0.1)");
    EXPECT_EQ(refusal("plain", "ca.pem", "x.wild.test"),
              failed +
                  "hostname mismatch, certificate is not valid for 'x.wild.test' (it is for "
                  "plain.test)");
    EXPECT_EQ(refusal("good", "ca.pem", "a.b.wild.test").substr(0, 30), failed.substr(0, 30));
    EXPECT_EQ(refusal("good", "ca.pem", "127.0.0.2").substr(0, 30), failed.substr(0, 30));
}

TEST_F(TlsTest, HintsAtAClockThatIsNotSet) {
    board.clock().set_epoch_ns(kIn2000);
    const std::string text = refusal("good", "ca.pem", "broker.test");
    EXPECT_NE(text.find("not yet valid"), std::string::npos) << text;
    EXPECT_NE(text.find("the clock says 2000-01-01: it is not set"), std::string::npos) << text;
}

TEST_F(TlsTest, CarriesMuchThroughANarrowPipe) {
    for (usize capacity : {1, 7, 1000, 40000}) {
        disconnect();
        from_client.capacity = from_server.capacity = capacity;
        connect("good", "ca.pem", "broker.test", capacity == 7 ? 0x303 : 0x304);
        as<PipeEnd>(client_end)->waits = capacity != 1000;
        ASSERT_EQ(handshake(), "");
        std::string text, got;
        const usize size = capacity < 100 ? 20000 : 300000;
        for (usize i = 0; i < size; ++i) text += static_cast<char>(i * i / 255);
        usize sent = 0;
        u8 buffer[5000];
        for (int turn = 0; got.size() < size && turn < 500000; ++turn) {
            if (sent < size) {
                const auto n =
                    client->write(client_io(), bytes(std::string_view(text).substr(sent)));
                ASSERT_TRUE(n) << error();
                if (n.take() > 0) sent += static_cast<usize>(n.take());
            } else {
                StreamPoll question{.interest = hal::kPollIn};
                ASSERT_TRUE(client->poll(client_io(), question));
            }
            const auto n = server->read(server_io(), buffer);
            ASSERT_TRUE(n) << error();
            if (n.take() > 0) got.append(reinterpret_cast<char*>(buffer), n.take());
        }
        EXPECT_TRUE(got == text) << capacity << ": " << got.size();
    }
}

TEST_F(TlsTest, EndsWithGoodbyeAndWithout) {
    u8 buffer[10];
    connect("good", "ca.pem", "broker.test");
    ASSERT_EQ(handshake(), "");
    server->shut(server_io());
    EXPECT_EQ(client->read(client_io(), buffer).take(), 0);
    EXPECT_EQ(client->read(client_io(), buffer).take(), 0);
    disconnect();
    connect("good", "ca.pem", "broker.test");
    ASSERT_EQ(handshake(), "");
    from_server.ended = true;
    while (client->read(client_io(), buffer).take() == kStreamAgain) {
    }
    EXPECT_EQ(client->read(client_io(), buffer).take(), 0);
}

TEST_F(TlsTest, SurvivesAPeerThatStopsAtAnyByte) {
    for (int version : {0x303, 0x304}) {
        usize failures = 0;
        for (usize cut = 0; cut < 1500; cut += 41) {
            disconnect();
            from_server.left = cut;
            if (!cut) from_server.ended = true;
            connect("good", "ca.pem", "broker.test", version);
            const std::string text = handshake();
            if (text.empty()) continue;
            ++failures;
            EXPECT_TRUE(text.starts_with("SSLE") || text.starts_with("BrokenPipe")) << text;
            EXPECT_FALSE(client->handshake(client_io()));
            (void)in.take_pending();
        }
        EXPECT_GT(failures, 10u);
    }
}

TEST_F(TlsTest, SurvivesNoise) {
    for (unsigned seed = 0; seed < 300; ++seed) {
        ::srand(seed);
        disconnect();
        connect("good", "ca.pem", "broker.test", seed % 2 ? 0x303 : 0x304);
        if (seed % 3) {  // a true beginning with some bytes changed
            (void)client->handshake(client_io());
            (void)server->handshake(server_io());
            for (int i = 0; i < 4 && !from_server.bytes.empty(); ++i)
                from_server.bytes[::rand() % from_server.bytes.size()] ^= 1 + ::rand() % 255;
        } else {
            for (int i = 0; i < 200; ++i) from_server.bytes.push_back(static_cast<u8>(::rand()));
            if (seed % 2)
                from_server.bytes[0] = 22, from_server.bytes[1] = from_server.bytes[2] = 3;
        }
        from_server.ended = true;
        const auto done = client->handshake(client_io());
        if (done && !done.take()) continue;
        (void)in.take_pending();
        (void)client->handshake(client_io());
        (void)in.take_pending();
    }
}

TEST_F(TlsTest, RefusesWhatIsNoCertificate) {
    TlsRoots* roots = TlsRoots::create();
    EXPECT_LT(roots->add(bytes("rubbish")), 0);
    EXPECT_LT(roots->add(bytes("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")),
              0);
    EXPECT_LT(roots->add({}), 0);
    EXPECT_EQ(roots->add(bytes(file("ca.pem"))), 0);
    roots->drop();
}

}  // namespace
}  // namespace krait
