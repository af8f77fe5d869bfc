// What SSLSocket.getpeercert() tells of a certificate, in CPython's form.
#include <mbedtls/oid.h>

#include "core/str_builder.hpp"
#include "modules/ssl/ssl.hpp"

namespace krait::ssl {

namespace {

constexpr std::string_view kMonths = "JanFebMarAprMayJunJulAugSepOctNovDec";
constexpr int kDnsName = 2, kIpAddress = 7;

struct Attribute {
    std::string_view oid;
    const Str* name;
};
constexpr Attribute kAttributes[] = {
    {MBEDTLS_OID_AT_CN, "commonName"_sym},
    {MBEDTLS_OID_AT_COUNTRY, "countryName"_sym},
    {MBEDTLS_OID_AT_LOCALITY, "localityName"_sym},
    {MBEDTLS_OID_AT_STATE, "stateOrProvinceName"_sym},
    {MBEDTLS_OID_AT_ORGANIZATION, "organizationName"_sym},
    {MBEDTLS_OID_AT_ORG_UNIT, "organizationalUnitName"_sym},
};

std::string_view text_of(const mbedtls_asn1_buf& buffer) {
    return {reinterpret_cast<const char*>(buffer.p), buffer.len};
}

// Names come from outside: bytes that are no ASCII become '?'.
Result<Str*> ascii_text(Interp& in, std::string_view bytes) {
    StrBuilder out(in);
    for (char c : bytes) KRAIT_TRY(out.append_char(static_cast<u8>(c) < 128 ? c : '?'));
    return out.finish();
}

Result<Tuple*> pair_of(Interp& in, const Str* name, Str* text) {
    const Value both[] = {Value(name), Value(text)};
    return new_tuple(in, both);
}

// ((('commonName', 'x'),), ...), without attributes that have no name here.
Value names_of(Interp& in, const mbedtls_x509_name& names) {
    List* list = KRAIT_TRY(new_list(in));
    for (const mbedtls_x509_name* n = &names; n; n = n->next) {
        for (const Attribute& a : kAttributes) {
            if (text_of(n->oid) != a.oid) continue;
            Tuple* pair =
                KRAIT_TRY(pair_of(in, a.name, KRAIT_TRY(ascii_text(in, text_of(n->val)))));
            const Value one = Value(pair);
            KRAIT_TRY(list_append(in, list, Value(KRAIT_TRY(new_tuple(in, {&one, 1})))));
        }
    }
    return KRAIT_TRY(new_tuple(in, list->span()));
}

Result<Str*> address_text(Interp& in, const mbedtls_asn1_buf& address) {
    StrBuilder out(in);
    const bool is_v4 = address.len == 4;
    const usize step = is_v4 ? 1 : 2;
    for (usize i = 0; i + step <= address.len; i += step) {
        if (i > 0) KRAIT_TRY(out.append(is_v4 ? "." : ":"));
        if (is_v4)
            KRAIT_TRY(out.append_unsigned(address.p[i]));
        else
            KRAIT_TRY(out.append_unsigned(address.p[i] << 8 | address.p[i + 1], 16));
    }
    return out.finish();
}

// (('DNS', 'x'), ('IP Address', '127.0.0.1'), ...)
Value alternative_names(Interp& in, const mbedtls_x509_crt& c) {
    List* list = KRAIT_TRY(new_list(in));
    for (const auto* n = &c.subject_alt_names; n; n = n->next) {
        const int kind = n->buf.tag & 0x1F;
        if (!n->buf.p || (kind != kDnsName && kind != kIpAddress)) continue;
        Str* text = kind == kDnsName ? KRAIT_TRY(ascii_text(in, text_of(n->buf)))
                                     : KRAIT_TRY(address_text(in, n->buf));
        const Str* name = kind == kDnsName ? "DNS"_sym : "IP Address"_sym;
        KRAIT_TRY(list_append(in, list, Value(KRAIT_TRY(pair_of(in, name, text)))));
    }
    return KRAIT_TRY(new_tuple(in, list->span()));
}

// 'Jan  5 09:34:43 2018 GMT'
Result<Str*> time_text(Interp& in, const mbedtls_x509_time& t) {
    StrBuilder out(in);
    const usize month = t.mon >= 1 && t.mon <= 12 ? static_cast<usize>(t.mon) - 1 : 0;
    KRAIT_TRY(out.append({kMonths.data() + 3 * month, 3}));
    KRAIT_TRY(out.append(t.day < 10 ? "  " : " "));
    KRAIT_TRY(out.append_int(t.day));
    const int parts[] = {t.hour, t.min, t.sec};
    for (usize i = 0; i < 3; ++i) {
        KRAIT_TRY(out.append(i ? ":" : " "));
        KRAIT_TRY(out.append_unsigned(static_cast<u64>(parts[i]), 10, 2));
    }
    KRAIT_TRY(out.append(" "));
    KRAIT_TRY(out.append_int(t.year));
    KRAIT_TRY(out.append(" GMT"));
    return out.finish();
}

Result<Str*> serial_text(Interp& in, const mbedtls_x509_buf& serial) {
    StrBuilder out(in);
    for (usize i = 0; i < serial.len; ++i) {
        KRAIT_TRY(out.append_char("0123456789ABCDEF"[serial.p[i] >> 4]));
        KRAIT_TRY(out.append_char("0123456789ABCDEF"[serial.p[i] & 15]));
    }
    return out.finish();
}

}  // namespace

Value describe_certificate(Interp& in, const mbedtls_x509_crt& c) {
    Dict* d = KRAIT_TRY(new_dict(in));
    KRAIT_TRY(dict_set(in, d, "subject"_sym, KRAIT_TRY(names_of(in, c.subject))));
    KRAIT_TRY(dict_set(in, d, "issuer"_sym, KRAIT_TRY(names_of(in, c.issuer))));
    KRAIT_TRY(dict_set(in, d, "version"_sym, Value::from_int(c.version)));
    KRAIT_TRY(dict_set(in, d, "serialNumber"_sym, Value(KRAIT_TRY(serial_text(in, c.serial)))));
    KRAIT_TRY(dict_set(in, d, "notBefore"_sym, Value(KRAIT_TRY(time_text(in, c.valid_from)))));
    KRAIT_TRY(dict_set(in, d, "notAfter"_sym, Value(KRAIT_TRY(time_text(in, c.valid_to)))));
    const Value names = KRAIT_TRY(alternative_names(in, c));
    if (as<Tuple>(names)->size() > 0) KRAIT_TRY(dict_set(in, d, "subjectAltName"_sym, names));
    return d;
}

}  // namespace krait::ssl
