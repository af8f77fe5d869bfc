// The module hashlib: mbedTLS's hashes as objects.
//
// A hash object holds the running state itself; digest() finishes a copy, so update() may go on.
#include <mbedtls/md5.h>
#include <mbedtls/sha1.h>
#include <mbedtls/sha256.h>
#include <mbedtls/sha512.h>

#include "core/bind.hpp"
#include "core/class.hpp"
#include "core/interp.hpp"
#include "modules/modules.hpp"

namespace krait {

namespace {

constexpr usize kMostDigest = 64;
constexpr usize kChunk = 1024;  // of file_digest()

union State {
    mbedtls_md5_context md5;
    mbedtls_sha1_context sha1;
    mbedtls_sha256_context sha256;
    mbedtls_sha512_context sha512;
};

struct Algorithm {
    const Str* name;
    u8 digest_size, block_size;
    void (*start)(State&);
    void (*update)(State&, Bytes);
    void (*finish)(State&, u8* digest);
};

// mbedTLS's software hashes cannot fail; their results are for hardware.
void md5_start(State& s) {
    mbedtls_md5_init(&s.md5);
    (void)mbedtls_md5_starts(&s.md5);
}
void md5_update(State& s, Bytes b) { (void)mbedtls_md5_update(&s.md5, b.data(), b.size()); }
void md5_finish(State& s, u8* digest) { (void)mbedtls_md5_finish(&s.md5, digest); }

void sha1_start(State& s) {
    mbedtls_sha1_init(&s.sha1);
    (void)mbedtls_sha1_starts(&s.sha1);
}
void sha1_update(State& s, Bytes b) { (void)mbedtls_sha1_update(&s.sha1, b.data(), b.size()); }
void sha1_finish(State& s, u8* digest) { (void)mbedtls_sha1_finish(&s.sha1, digest); }

template <int Is224>
void sha256_start(State& s) {
    mbedtls_sha256_init(&s.sha256);
    (void)mbedtls_sha256_starts(&s.sha256, Is224);
}
void sha256_update(State& s, Bytes b) {
    (void)mbedtls_sha256_update(&s.sha256, b.data(), b.size());
}
void sha256_finish(State& s, u8* digest) { (void)mbedtls_sha256_finish(&s.sha256, digest); }

template <int Is384>
void sha512_start(State& s) {
    mbedtls_sha512_init(&s.sha512);
    (void)mbedtls_sha512_starts(&s.sha512, Is384);
}
void sha512_update(State& s, Bytes b) {
    (void)mbedtls_sha512_update(&s.sha512, b.data(), b.size());
}
void sha512_finish(State& s, u8* digest) { (void)mbedtls_sha512_finish(&s.sha512, digest); }

constexpr Algorithm kAlgorithms[] = {
    {"md5"_sym, 16, 64, md5_start, md5_update, md5_finish},
    {"sha1"_sym, 20, 64, sha1_start, sha1_update, sha1_finish},
    {"sha224"_sym, 28, 64, sha256_start<1>, sha256_update, sha256_finish},
    {"sha256"_sym, 32, 64, sha256_start<0>, sha256_update, sha256_finish},
    {"sha384"_sym, 48, 128, sha512_start<1>, sha512_update, sha512_finish},
    {"sha512"_sym, 64, 128, sha512_start<0>, sha512_update, sha512_finish},
};

const Algorithm* find_algorithm(std::string_view name) {
    for (const Algorithm& a : kAlgorithms)
        if (a.name->view() == name) return &a;
    return nullptr;
}

// --- the object ----------------------------------------------------------------------------------

struct Hash : Object {
    static const BuiltinType kType;
    const Algorithm* algorithm;
    State state;
};

Value hash_repr(Interp& in, Value self) {
    const Hash* h = as<Hash>(self);
    return KRAIT_TRY(
        format_str(in, "<{} _hashlib.HASH object @ {}>", h->algorithm->name, TextArg::address(h)));
}

constexpr Slots kSlots = {.repr = hash_repr};

Status feed(Interp& in, Hash* h, Value data) {
    if (!lends_bytes(in, data) && is<Str>(data))
        return raise(in, kTypeError, "Strings must be encoded before hashing");
    if (!lends_bytes(in, data))
        return raise(in, kTypeError, "object supporting the buffer API required");
    HeldBuffer held;
    KRAIT_TRY(lend_bytes(in, data, held));
    h->algorithm->update(h->state, held.bytes());
    return kOk;
}

Result<Hash*> new_hash(Interp& in, const Algorithm& algorithm, Value data) {
    Hash* h = KRAIT_TRY(in.make<Hash>());
    h->algorithm = &algorithm;
    algorithm.start(h->state);
    if (data) KRAIT_TRY(feed(in, h, data));
    return h;
}

// The digest of what was fed so far.
Bytes digest_of(const Hash* h, u8 (&digest)[kMostDigest]) {
    State copy = h->state;
    h->algorithm->finish(copy, digest);
    return {digest, h->algorithm->digest_size};
}

Status hash_update(Interp& in, Hash* self, Value data) { return feed(in, self, data); }
Value hash_digest(Interp& in, Hash* self) {
    u8 digest[kMostDigest];
    return new_bytes(in, digest_of(self, digest));
}
Result<Str*> hash_hexdigest(Interp& in, Hash* self) {
    u8 digest[kMostDigest];
    char text[2 * kMostDigest];
    usize size = 0;
    for (u8 byte : digest_of(self, digest)) {
        text[size++] = "0123456789abcdef"[byte >> 4];
        text[size++] = "0123456789abcdef"[byte & 15];
    }
    return new_str(in, {text, size});
}
Result<Hash*> hash_copy(Interp& in, Hash* self) {
    Hash* copy = KRAIT_TRY(in.make<Hash>());
    copy->algorithm = self->algorithm;
    copy->state = self->state;
    return copy;
}
const Str* hash_name(Hash* self) { return self->algorithm->name; }
isize hash_digest_size(Hash* self) { return self->algorithm->digest_size; }
isize hash_block_size(Hash* self) { return self->algorithm->block_size; }

constexpr Row kHashRows[] = {
    def<"update(self, obj, /)", hash_update>,
    def<"digest(self)", hash_digest>,
    def<"hexdigest(self)", hash_hexdigest>,
    def<"copy(self)", hash_copy>,
    getter<"name", hash_name>,
    getter<"digest_size", hash_digest_size>,
    getter<"block_size", hash_block_size>,
};

constinit const BuiltinType Hash::kType{{.name = "HASH"_sym,
                                         .slots = &kSlots,
                                         .rows = kHashRows,
                                         .flags = kFinal | kAbstractBase,
                                         .size = sizeof(Hash)}};

// --- the module ----------------------------------------------------------------------------------

template <usize Index>
Result<Hash*> make_hash(Interp& in, Value string, bool) {
    return new_hash(in, kAlgorithms[Index], string);
}

Result<Hash*> hashlib_new(Interp& in, Str* name, Value data, bool) {
    if (const Algorithm* a = find_algorithm(name->view())) return new_hash(in, *a, data);
    return raise(in, kValueError, "unsupported hash type {}", name);
}

// The hash of the rest of a file. `digest`: a name, or what makes a hash object.
Value hashlib_file_digest(Interp& in, Value fileobj, Value digest) {
    Value hash;
    if (is<Str>(digest))
        hash = KRAIT_TRY(hashlib_new(in, as<Str>(digest), {}, true));
    else
        hash = KRAIT_TRY(call(in, digest));
    const Value size = Value::from_int(kChunk);
    for (;;) {
        const Value chunk = KRAIT_TRY(call_method(in, fileobj, "read"_sym, {&size, 1}));
        if (!KRAIT_TRY(truth(in, chunk))) return hash;
        KRAIT_TRY(call_method(in, hash, "update"_sym, {&chunk, 1}));
    }
}

constexpr Row kRows[] = {
    def<"md5(string=..., *, usedforsecurity=True)", make_hash<0>>,
    def<"sha1(string=..., *, usedforsecurity=True)", make_hash<1>>,
    def<"sha224(string=..., *, usedforsecurity=True)", make_hash<2>>,
    def<"sha256(string=..., *, usedforsecurity=True)", make_hash<3>>,
    def<"sha384(string=..., *, usedforsecurity=True)", make_hash<4>>,
    def<"sha512(string=..., *, usedforsecurity=True)", make_hash<5>>,
    def<"new(name, data=..., *, usedforsecurity=True)", hashlib_new>,
    def<"file_digest(fileobj, digest, /)", hashlib_file_digest>,
};

}  // namespace

constinit const ModuleDef kHashlibModule{.name = "hashlib"_sym, .rows = kRows};

}  // namespace krait
