// The module cryptolib: AES as MicroPython has it.
#include <mbedtls/aes.h>

#include "core/bind.hpp"
#include "core/class.hpp"
#include "core/interp.hpp"
#include "modules/modules.hpp"
#include "objects/bytes.hpp"

namespace krait {

namespace {

enum : int { kModeEcb = 1, kModeCbc = 2, kModeCtr = 6 };
constexpr usize kBlock = 16;

// An object works in one direction, which the first call decides: the key is then expanded.
struct Aes : Object {
    static const BuiltinType kType;
    enum class Use : u8 { Fresh, Encrypts, Decrypts };
    mbedtls_aes_context context;
    u8 key[32], chain[kBlock], stream[kBlock];
    size_t stream_used;
    u8 key_size, mode;
    Use use;
};

Value aes_construct(Interp& in, const Type* cls, const CallArgs& args) {
    Value key, iv;
    isize mode;
    KRAIT_TRY((parse_args<"(key, mode, IV=None, /)">(in, "aes"_sym, args, key, mode, iv)));
    HeldBuffer key_bytes, iv_bytes;
    KRAIT_TRY(lend_bytes(in, key, key_bytes));
    if (key_bytes.size != 16 && key_bytes.size != 32)
        return raise(in, kValueError, "key must be of 16 or 32 bytes");
    if (mode != kModeEcb && mode != kModeCbc && mode != kModeCtr)
        return raise(in, kValueError, "mode");
    if (!is_none(iv)) KRAIT_TRY(lend_bytes(in, iv, iv_bytes));
    if (mode == kModeEcb ? !is_none(iv) : iv_bytes.size != kBlock)
        return raise(in, kValueError,
                     mode == kModeEcb ? "ECB has no IV" : "IV must be of 16 bytes");
    Aes* aes = KRAIT_TRY(make_instance<Aes>(in, cls));
    mbedtls_aes_init(&aes->context);
    std::copy_n(key_bytes.data, key_bytes.size, aes->key);
    aes->key_size = static_cast<u8>(key_bytes.size);
    std::copy_n(iv_bytes.data, iv_bytes.size, aes->chain);
    aes->mode = static_cast<u8>(mode);
    return aes;
}

constexpr Slots kSlots = {.construct = aes_construct};

Status begin(Interp& in, Aes* aes, bool encrypts) {
    const auto use = encrypts ? Aes::Use::Encrypts : Aes::Use::Decrypts;
    if (aes->use == use) return kOk;
    if (aes->use != Aes::Use::Fresh)
        return raise(in, kValueError, "can't encrypt & decrypt with the same object");
    aes->use = use;
    // CTR runs the cipher forward in both directions.
    if (encrypts || aes->mode == kModeCtr)
        (void)mbedtls_aes_setkey_enc(&aes->context, aes->key, aes->key_size * 8u);
    else
        (void)mbedtls_aes_setkey_dec(&aes->context, aes->key, aes->key_size * 8u);
    return kOk;
}

// Requires: whole blocks, but for CTR. `out` may be `from`.
void process(Aes* aes, Bytes from, u8* out, bool encrypts) {
    const int direction = encrypts ? MBEDTLS_AES_ENCRYPT : MBEDTLS_AES_DECRYPT;
    if (aes->mode == kModeCtr) {
        (void)mbedtls_aes_crypt_ctr(&aes->context, from.size(), &aes->stream_used, aes->chain,
                                    aes->stream, from.data(), out);
    } else if (aes->mode == kModeCbc) {
        (void)mbedtls_aes_crypt_cbc(&aes->context, direction, from.size(), aes->chain, from.data(),
                                    out);
    } else {
        for (usize i = 0; i < from.size(); i += kBlock)
            (void)mbedtls_aes_crypt_ecb(&aes->context, direction, from.data() + i, out + i);
    }
}

// Into `out` if it is given, else into fresh bytes.
Value crypt(Interp& in, Aes* aes, Payload from, Value out, bool encrypts) {
    KRAIT_TRY(begin(in, aes, encrypts));
    if (aes->mode != kModeCtr && from.size() % kBlock != 0)
        return raise(in, kValueError, "blksize % 16");
    if (is_none(out)) {
        BytesObject* fresh = KRAIT_TRY(allocate_bytes(in, from.size()));
        process(aes, from.bytes(), fresh->data(), encrypts);
        return fresh;
    }
    HeldBuffer held;
    KRAIT_TRY(get_buffer(in, out, held, true));
    if (held.size < from.size()) return raise(in, kValueError, "output too small");
    process(aes, from.bytes(), held.data, encrypts);
    return out;
}

Value aes_encrypt(Interp& in, Aes* self, Payload from, Value out) {
    return crypt(in, self, from, out, true);
}
Value aes_decrypt(Interp& in, Aes* self, Payload from, Value out) {
    return crypt(in, self, from, out, false);
}

constexpr Row kAesRows[] = {
    def<"encrypt(self, in_buf, out_buf=None, /)", aes_encrypt>,
    def<"decrypt(self, in_buf, out_buf=None, /)", aes_decrypt>,
};

constinit const BuiltinType Aes::kType{
    {.name = "aes"_sym, .slots = &kSlots, .rows = kAesRows, .size = sizeof(Aes)}};

constexpr Row kRows[] = {
    constant<"aes">(&Aes::kType),
    constant<"MODE_ECB">(kModeEcb),
    constant<"MODE_CBC">(kModeCbc),
    constant<"MODE_CTR">(kModeCtr),
};

}  // namespace

constinit const ModuleDef kCryptolibModule{.name = "cryptolib"_sym, .rows = kRows};

}  // namespace krait
