// What mbedTLS asks of the host: memory and random numbers (third_party/krait_mbedtls_config.h).
//
// Both are the process's, not an interpreter's: a connection's buffers lie outside of the Python
// heap, and the keys of TLS are random under virtual time too.
#include <psa/crypto.h>
#include <sys/random.h>

#include <cstdlib>

extern "C" {

void* krait_tls_calloc(size_t count, size_t size) { return std::calloc(count, size); }
void krait_tls_free(void* memory) { std::free(memory); }

psa_status_t mbedtls_psa_external_get_random(mbedtls_psa_external_random_context_t*, uint8_t* out,
                                             size_t size, size_t* filled) {
    for (*filled = 0; *filled < size;) {
        const ssize_t n = ::getrandom(out + *filled, size - *filled, 0);
        if (n <= 0) return PSA_ERROR_INSUFFICIENT_ENTROPY;
        *filled += static_cast<size_t>(n);
    }
    return PSA_SUCCESS;
}

}  // extern "C"
