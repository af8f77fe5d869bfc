// WLAN.config(): the parameters of a Wi-Fi interface, by name.
#include "core/bind.hpp"
#include "machine/wlan.hpp"

namespace krait {

namespace {

using hal::ApConfig;

Raised unknown(Interp& in) { return raise(in, kValueError, "unknown config param"); }

// --- reading -------------------------------------------------------------------------------------

Value mac_of(Interp& in, Wlan* self) {
    u8 mac[6];
    radio_of(in).mac(self->interface, mac);
    return new_bytes(in, mac);
}

Value station_value(Interp& in, std::string_view name) {
    hal::WlanNetwork network{};
    const bool is_joined = radio_of(in).joined(network).is_ok();
    if (name == "ssid" || name == "essid")
        return KRAIT_TRY(new_str(in, {network.ssid, is_joined ? network.ssid_size : 0u}));
    if (name == "channel") return Value::from_int(is_joined ? network.channel : 0);
    if (name == "reconnects") return Value::from_int(radio_of(in).reconnects());
    return unknown(in);
}

Value access_point_value(Interp& in, std::string_view name) {
    const ApConfig ap = radio_of(in).ap_config();
    if (name == "ssid" || name == "essid") return KRAIT_TRY(new_str(in, {ap.ssid, ap.ssid_size}));
    if (name == "channel") return Value::from_int(ap.channel);
    if (name == "security" || name == "authmode")
        return Value::from_int(static_cast<int>(ap.security));
    if (name == "hidden") return from_bool(ap.is_hidden);
    if (name == "max_clients") return Value::from_int(ap.max_clients);
    return unknown(in);
}

Value get_value(Interp& in, Wlan* self, std::string_view name) {
    hal::Radio& radio = radio_of(in);
    if (name == "mac") return mac_of(in, self);
    if (name == "hostname" || name == "dhcp_hostname")
        return KRAIT_TRY(new_str(in, radio.hostname()));
    if (name == "txpower") return new_float(in, static_cast<Float>(radio.tx_power()) / 4);
    if (name == "pm") return Value::from_int(radio.power_save());
    return self->is_station() ? station_value(in, name) : access_point_value(in, name);
}

// --- setting -------------------------------------------------------------------------------------

Result<isize> small_int(Interp& in, Value v, isize least, isize most) {
    const isize i = KRAIT_TRY(to_index(in, v));
    if (i < least || i > most) return raise(in, kValueError, "value out of range");
    return i;
}

// A str or bytes into room for `most` bytes; the size.
Result<isize> copy_text(Interp& in, Value v, char* room, usize most) {
    HeldBuffer held;
    Bytes text;
    if (const Str* s = as_if<Str>(v)) {
        text = s->bytes();
    } else {
        KRAIT_TRY(get_buffer(in, v, held));
        text = held.bytes();
    }
    if (text.size() > most) return raise(in, kValueError, "text too long");
    std::copy(text.begin(), text.end(), room);
    room[text.size()] = 0;
    return static_cast<isize>(text.size());
}

Status set_access_point(Interp& in, ApConfig& ap, std::string_view name, Value value) {
    if (name == "ssid" || name == "essid") {
        ap.ssid_size = static_cast<u8>(KRAIT_TRY(copy_text(in, value, ap.ssid, 32)));
    } else if (name == "key" || name == "password") {
        ap.password_size = static_cast<u8>(KRAIT_TRY(copy_text(in, value, ap.password, 64)));
    } else if (name == "channel") {
        ap.channel = static_cast<u8>(KRAIT_TRY(small_int(in, value, 1, 14)));
    } else if (name == "security" || name == "authmode") {
        ap.security = static_cast<hal::WlanSecurity>(KRAIT_TRY(small_int(in, value, 0, 6)));
    } else if (name == "hidden") {
        ap.is_hidden = KRAIT_TRY(truth(in, value));
    } else if (name == "max_clients") {
        ap.max_clients = static_cast<u8>(KRAIT_TRY(small_int(in, value, 1, 10)));
    } else {
        return unknown(in);
    }
    return kOk;
}

Status set_hostname(Interp& in, Value value) {
    char room[33];
    const isize size = KRAIT_TRY(copy_text(in, value, room, 32));
    if (!radio_of(in).set_hostname({room, static_cast<usize>(size)}).is_ok())
        return raise(in, kValueError, "hostname must have 1 to 32 characters");
    return kOk;
}

Status set_tx_power(Interp& in, Value value) {
    Float dbm = 0;
    KRAIT_TRY(to_float(in, value, dbm));
    const bool is_possible = dbm >= 2 && dbm <= 21;
    if (!is_possible || !radio_of(in).set_tx_power(static_cast<i8>(dbm * 4)).is_ok())
        return raise(in, kValueError, "txpower must be from 2 to 21");
    return kOk;
}

// Parameters that any interface has; false for others.
Result<bool> set_common(Interp& in, Wlan* self, std::string_view name, Value value) {
    hal::Radio& radio = radio_of(in);
    if (name == "hostname" || name == "dhcp_hostname") {
        KRAIT_TRY(set_hostname(in, value));
    } else if (name == "txpower") {
        KRAIT_TRY(set_tx_power(in, value));
    } else if (name == "pm") {
        const isize level = KRAIT_TRY(small_int(in, value, 0, 2));
        KRAIT_TRY(check(in, radio.set_power_save(static_cast<u8>(level))));
    } else if (name == "reconnects" && self->is_station()) {
        radio.set_reconnects(static_cast<i32>(KRAIT_TRY(small_int(in, value, -1, 1 << 20))));
    } else if (name == "mac") {
        return raise(in, kValueError, "the hardware address is fixed");
    } else {
        return false;
    }
    return true;
}

Value set_values(Interp& in, Wlan* self, const Kwargs& values) {
    ApConfig ap = radio_of(in).ap_config();
    bool has_ap = false;
    usize position = 0;
    Str* name = nullptr;
    Value value;
    while (values.next(position, name, value)) {
        if (KRAIT_TRY(set_common(in, self, name->view(), value))) continue;
        if (self->is_station()) return unknown(in);
        KRAIT_TRY(set_access_point(in, ap, name->view(), value));
        has_ap = true;
    }
    // A password alone asks for the usual security.
    if (has_ap && ap.password_size > 0 && ap.security == hal::WlanSecurity::Open)
        ap.security = hal::WlanSecurity::Wpa2Psk;
    if (has_ap && !radio_of(in).set_ap_config(ap).is_ok())
        return raise(in, kValueError, "the key must have 8 to 64 characters");
    return none();
}

}  // namespace

Value wlan_config(Interp& in, Wlan* self, Args names, Kwargs values) {
    if (!values.empty()) {
        if (!names.empty()) return raise(in, kTypeError, "either pos or kw args are allowed");
        return set_values(in, self, values);
    }
    if (names.size() != 1) return raise(in, kTypeError, "can query only one param");
    const Str* name = as_if<Str>(names[0]);
    if (!name) return raise(in, kTypeError, "a param's name must be a str");
    return get_value(in, self, name->view());
}

}  // namespace krait
