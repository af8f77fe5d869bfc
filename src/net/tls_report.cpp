#include "net/tls_report.hpp"

#include <mbedtls/oid.h>

#include <algorithm>
#include <cstring>

#include "base/calendar.hpp"

namespace krait {

namespace {

constexpr i64 kNanosecondsPerSecond = 1'000'000'000;
// Boards start in 1970 or 2000; an earlier year than this was never the time.
constexpr i32 kFirstYear = 2024;
constexpr usize kMostNames = 4;

i64 seconds_of(const mbedtls_x509_time& t) {
    const CivilTime civil{t.year, t.mon, t.day, t.hour, t.min, t.sec, 0, 0};
    return seconds_from_civil(civil, kEpoch1970);
}

i64 seconds_of(hal::Clock& clock) { return clock.epoch_ns() / kNanosecondsPerSecond; }

bool is_clock_wrong(hal::Clock& clock) {
    return !clock.is_set() || civil_from_seconds(seconds_of(clock), kEpoch1970).year < kFirstYear;
}

Bytes bytes_of(const mbedtls_x509_buf& buffer) { return {buffer.p, buffer.len}; }

bool is_self_issued(const mbedtls_x509_crt& c) {
    return std::ranges::equal(bytes_of(c.subject_raw), bytes_of(c.issuer_raw));
}

int kind_of(const mbedtls_x509_sequence& name) { return name.buf.tag & 0x1F; }
constexpr int kDnsName = 2, kIpAddress = 7;

}  // namespace

void TlsReport::note(const mbedtls_x509_crt& certificate, int depth, uint32_t& flags,
                     hal::Clock& clock, std::string_view host) {
    check_dates(certificate, depth, flags, clock);
    if (flags & MBEDTLS_X509_BADCERT_NOT_TRUSTED) check_trust(certificate, depth);
    if (flags & MBEDTLS_X509_BADCERT_CN_MISMATCH) check_name(certificate, host);
    const uint32_t known = MBEDTLS_X509_BADCERT_EXPIRED | MBEDTLS_X509_BADCERT_FUTURE |
                           MBEDTLS_X509_BADCERT_NOT_TRUSTED | MBEDTLS_X509_BADCERT_CN_MISMATCH;
    if ((flags & ~known) && begin(Weak)) {
        if (flags & (MBEDTLS_X509_BADCERT_KEY_USAGE | MBEDTLS_X509_BADCERT_EXT_KEY_USAGE |
                     MBEDTLS_X509_BADCERT_NS_CERT_TYPE))
            add("the certificate is not meant for this use");
        else
            add("the certificate's key or signature is too weak or not supported");
        add(" (");
        add_common_name(certificate.subject);
        add(")");
    }
}

void TlsReport::note_refused(const mbedtls_x509_crt& certificate) {
    if (!begin(Refused)) return;
    add("refused by verify_callback (");
    add_common_name(certificate.subject);
    add(")");
}

void TlsReport::check_dates(const mbedtls_x509_crt& c, int depth, uint32_t& flags,
                            hal::Clock& clock) {
    const i64 now = seconds_of(clock);
    const bool expired = now > seconds_of(c.valid_to), early = now < seconds_of(c.valid_from);
    if (!expired && !early) return;
    flags |= expired ? MBEDTLS_X509_BADCERT_EXPIRED : MBEDTLS_X509_BADCERT_FUTURE;
    if (!begin(Date)) return;
    add(expired ? "certificate has expired (since " : "certificate is not yet valid (before ");
    add_date(expired ? c.valid_to : c.valid_from);
    if (depth > 0) {
        add(", ");
        add_common_name(c.subject);
    }
    add(")");
    add_clock(clock);
}

void TlsReport::check_trust(const mbedtls_x509_crt& c, int depth) {
    if (!begin(Trust)) return;
    if (is_self_issued(c)) {
        add(depth == 0 ? "self-signed certificate (" : "self-signed certificate in chain (");
        add_common_name(c.subject);
    } else {
        add("unknown CA, unable to get local issuer certificate (");
        add_common_name(c.issuer);
    }
    add(")");
}

void TlsReport::check_name(const mbedtls_x509_crt& c, std::string_view host) {
    if (!begin(Name)) return;
    add("hostname mismatch, certificate is not valid for '");
    add_name({reinterpret_cast<const u8*>(host.data()), host.size()});
    add("' (it is for ");
    add_subjects(c);
    add(")");
}

bool TlsReport::begin(Rank rank) {
    if (rank <= rank_) return false;
    rank_ = rank;
    size_ = 0;
    add("certificate verify failed: ");
    return true;
}

void TlsReport::add(std::string_view text) {
    const usize count = std::min(text.size(), sizeof text_ - size_);
    std::copy_n(text.data(), count, text_ + size_);
    size_ = static_cast<u16>(size_ + count);
}

// Names come from outside: what is not plain ASCII becomes '?'.
void TlsReport::add_name(Bytes name) {
    for (u8 byte : name) {
        const char c = byte >= 0x20 && byte < 0x7F ? static_cast<char>(byte) : '?';
        add({&c, 1});
    }
}

void TlsReport::add_common_name(const mbedtls_x509_name& name) {
    for (const mbedtls_x509_name* part = &name; part; part = part->next)
        if (MBEDTLS_OID_CMP(MBEDTLS_OID_AT_CN, &part->oid) == 0)
            return add_name(bytes_of(part->val));
    add("no name");
}

void TlsReport::add_date(const mbedtls_x509_time& t) {
    const auto digit = [](int n) { return static_cast<char>('0' + n % 10); };
    const char date[] = {digit(t.year / 1000),
                         digit(t.year / 100),
                         digit(t.year / 10),
                         digit(t.year),
                         '-',
                         digit(t.mon / 10),
                         digit(t.mon),
                         '-',
                         digit(t.day / 10),
                         digit(t.day)};
    add({date, sizeof date});
}

// The names that the certificate is for; the subject's own only if there are no others.
void TlsReport::add_subjects(const mbedtls_x509_crt& c) {
    usize count = 0;
    for (const auto* name = &c.subject_alt_names; name; name = name->next) {
        if (kind_of(*name) != kDnsName && kind_of(*name) != kIpAddress) continue;
        if (!name->buf.p) continue;
        if (count++) add(", ");
        if (count > kMostNames) return add("...");
        if (kind_of(*name) == kIpAddress)
            add_address(bytes_of(name->buf));
        else
            add_name(bytes_of(name->buf));
    }
    if (count == 0) add_common_name(c.subject);
}

void TlsReport::add_address(Bytes address) {
    if (address.size() != 4) return add("an IPv6 address");
    for (usize i = 0; i < 4; ++i) {
        const int n = address[i];
        const char text[] = {'.', static_cast<char>('0' + n / 100),
                             static_cast<char>('0' + n / 10 % 10), static_cast<char>('0' + n % 10)};
        if (i > 0) add({text, 1});
        const usize skip = n >= 100 ? 1 : n >= 10 ? 2 : 3;
        add({text + skip, sizeof text - skip});
    }
}

void TlsReport::add_clock(hal::Clock& clock) {
    const CivilTime now = civil_from_seconds(seconds_of(clock), kEpoch1970);
    mbedtls_x509_time today{};
    today.year = now.year;
    today.mon = now.month;
    today.day = now.day;
    if (!is_clock_wrong(clock)) return;
    add("; the clock says ");
    add_date(today);
    add(": it is not set (ntptime.settime() or machine.RTC)");
}

}  // namespace krait
