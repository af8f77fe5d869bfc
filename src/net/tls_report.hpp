// TlsReport: why a certificate was refused, in the words of the error message.
//
// mbedTLS finds faults of the chain and of the name; validity dates are checked here, by the clock
// of the board, since mbedTLS would need a clock for the whole process. It shows the certificates
// one by one, from the root down to the peer's own, and the text is made of the worst fault.
#pragma once

#include <mbedtls/x509_crt.h>

#include "hal/clock.hpp"

namespace krait {

class TlsReport {
  public:
    // Looks at one certificate and adds to its `flags` what the dates say.
    void note(const mbedtls_x509_crt& certificate, int depth, uint32_t& flags, hal::Clock& clock,
              std::string_view host);
    // That the script's own check refused it.
    void note_refused(const mbedtls_x509_crt& certificate);
    // "certificate verify failed: ..."; empty if all was well.
    std::string_view text() const { return {text_, size_}; }
    bool failed() const { return size_ > 0; }

  private:
    enum Rank : u8 { None, Refused, Weak, Name, Date, Trust };

    void check_dates(const mbedtls_x509_crt& c, int depth, uint32_t& flags, hal::Clock& clock);
    void check_trust(const mbedtls_x509_crt& c, int depth);
    void check_name(const mbedtls_x509_crt& c, std::string_view host);
    // Starts the text over if the fault is worse than the one it tells; false: leave it.
    bool begin(Rank rank);
    void add(std::string_view text);
    void add_name(Bytes name);
    void add_common_name(const mbedtls_x509_name& name);
    void add_date(const mbedtls_x509_time& time);
    void add_subjects(const mbedtls_x509_crt& c);
    void add_address(Bytes address);
    void add_clock(hal::Clock& clock);

    Rank rank_;
    u16 size_;
    char text_[320];
};

}  // namespace krait
