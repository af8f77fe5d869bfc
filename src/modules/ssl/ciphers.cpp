// The ciphers of a context by name: mbedTLS's names, and OpenSSL's and IANA's for the same.
#include <mbedtls/ssl_ciphersuites.h>

#include "core/bind.hpp"
#include "core/class.hpp"
#include "modules/ssl/ssl.hpp"
#include "net/tls_errors.hpp"

namespace krait::ssl {

namespace {

// A name without what differs between the ways of writing it:
// TLS-ECDHE-RSA-WITH-AES-128-GCM-SHA256, ECDHE-RSA-AES128-GCM-SHA256 and
// TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 are one.
class Plain {
  public:
    explicit Plain(std::string_view name) {
        for (usize i = 0; i < name.size();) {
            const usize end = std::min(name.find_first_of("-_", i), name.size());
            add(name.substr(i, end - i));
            i = end + 1;
        }
    }
    std::string_view view() const { return {text_, size_}; }

  private:
    void add(std::string_view word) {
        if (word == "WITH" || word == "TLS" || word == "TLS1" || (size_ == 0 && word == "3"))
            return;
        const usize count = std::min(word.size(), sizeof text_ - size_);
        std::copy_n(word.data(), count, text_ + size_);
        size_ += count;
    }
    char text_[64];
    usize size_ = 0;
};

// 0: there is no such cipher.
int find_suite(std::string_view name) {
    const Plain wanted(name);
    for (const int* suite = mbedtls_ssl_list_ciphersuites(); *suite; ++suite) {
        const Plain known(mbedtls_ssl_get_ciphersuite_name(*suite));
        if (known.view() == wanted.view()) return *suite;
        // OpenSSL leaves out the hash of ChaCha20-Poly1305.
        if (wanted.view().ends_with("POLY1305") && known.view().starts_with(wanted.view()))
            return *suite;
    }
    return 0;
}

}  // namespace

Result<List*> context_get_ciphers(Interp& in, Context*) {
    List* names = KRAIT_TRY(new_list(in));
    for (const int* suite = mbedtls_ssl_list_ciphersuites(); *suite; ++suite) {
        Str* name = KRAIT_TRY(new_str(in, mbedtls_ssl_get_ciphersuite_name(*suite)));
        KRAIT_TRY(list_append(in, names, Value(name)));
    }
    return names;
}

// A list of names, or one text with colons between them, as mbedTLS has them.
Status context_set_ciphers(Interp& in, Context* self, Value ciphers) {
    if (is<Str>(ciphers)) {
        const Value colon = Value(":"_sym);
        ciphers = KRAIT_TRY(call_method(in, ciphers, "split"_sym, {&colon, 1}));
    }
    List* names = KRAIT_TRY(list_from(in, ciphers));
    int suites[TlsConfig::kMaxSuites];
    usize count = 0;
    for (const Value name : names->span()) {
        if (!is<Str>(name)) return raise(in, kTypeError, "a cipher's name must be str");
        const int suite = find_suite(as<Str>(name)->view());
        if (suite == 0) return raise(in, kSslError, "unknown cipher {}", name);
        if (count == TlsConfig::kMaxSuites) return raise(in, kValueError, "too many ciphers");
        suites[count++] = suite;
    }
    if (count == 0) return raise(in, kSslError, "no ciphers");
    self->config->set_suites({suites, count});
    return kOk;
}

}  // namespace krait::ssl
