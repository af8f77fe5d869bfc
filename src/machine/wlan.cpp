#include "machine/wlan.hpp"

#include "core/bind.hpp"
#include "core/shape.hpp"

namespace krait {

namespace {

using hal::WlanInterface;
using hal::WlanStatus;

// How often a scan is looked at, should its event get lost.
constexpr u64 kScanLookUs = 100'000;

Value wlan_construct(Interp& in, const Type* cls, const CallArgs& args) {
    isize interface;
    KRAIT_TRY((parse_args<"(interface_id=0, /)">(in, "WLAN"_sym, args, interface)));
    (void)KRAIT_TRY(need_radio(in));
    if (interface != 0 && interface != 1) return raise(in, kValueError, "invalid WLAN interface");
    Wlan* self = KRAIT_TRY(make_instance<Wlan>(in, cls));
    self->interface = static_cast<WlanInterface>(interface);
    return self;
}

// OSError(text), as MicroPython raises what the radio refuses.
Raised refuse(Interp& in, std::string_view text) {
    const Value message = KRAIT_TRY(new_str(in, text));
    return raise_args(in, kOSError, {&message, 1});
}

Status need_station(Interp& in, const Wlan* self) {
    if (!self->is_station()) return refuse(in, "STA required");
    if (!radio_of(in).is_active(WlanInterface::Station)) return refuse(in, "Wifi Not Started");
    return kOk;
}

Value wlan_active(Interp& in, Wlan* self, Value active) {
    if (active) {
        const bool on = KRAIT_TRY(truth(in, active));
        KRAIT_TRY(check(in, radio_of(in).set_active(self->interface, on)));
    }
    return from_bool(radio_of(in).is_active(self->interface));
}

// Text of a str or of bytes; empty for None.
Status read_text(Interp& in, Value v, HeldBuffer& held, std::string_view& out) {
    if (is_none(v)) return kOk;
    if (const Str* text = as_if<Str>(v)) {
        out = text->view();
        return kOk;
    }
    KRAIT_TRY(get_buffer(in, v, held));
    out = {reinterpret_cast<const char*>(held.data), held.size};
    return kOk;
}

Status wlan_connect(Interp& in, Wlan* self, Value ssid, Value key, Value bssid) {
    KRAIT_TRY(need_station(in, self));
    HeldBuffer held_ssid, held_key, held_bssid;
    std::string_view name, password;
    KRAIT_TRY(read_text(in, ssid, held_ssid, name));
    KRAIT_TRY(read_text(in, key, held_key, password));
    const u8* address = nullptr;
    if (!is_none(bssid)) {
        KRAIT_TRY(get_buffer(in, bssid, held_bssid));
        if (held_bssid.size != 6) return raise(in, kValueError, "bssid must have 6 bytes");
        address = held_bssid.data;
    }
    if (!radio_of(in).connect(name, password, address).is_ok())
        return refuse(in, "Wifi Invalid Argument");
    return kOk;
}

Status wlan_disconnect(Interp& in, Wlan* self) {
    KRAIT_TRY(need_station(in, self));
    return check(in, radio_of(in).disconnect());
}

bool wlan_isconnected(Interp& in, Wlan* self) { return radio_of(in).is_connected(self->interface); }

int status_number(WlanStatus status) {
    switch (status) {
        case WlanStatus::Idle: return wlan_status::kIdle;
        case WlanStatus::Connecting: return wlan_status::kConnecting;
        case WlanStatus::GotIp: return wlan_status::kGotIp;
        case WlanStatus::WrongPassword: return wlan_status::kWrongPassword;
        case WlanStatus::NoApFound: return wlan_status::kNoApFound;
        case WlanStatus::AssociationFailed: return wlan_status::kAssociationFailed;
        case WlanStatus::BeaconTimeout: return wlan_status::kBeaconTimeout;
        case WlanStatus::HandshakeTimeout: return wlan_status::kHandshakeTimeout;
    }
    return wlan_status::kIdle;
}

// The access point's clients: [(mac,)].
Value list_stations(Interp& in) {
    List* list = KRAIT_TRY(new_list(in));
    u8 mac[6];
    for (u16 i = 0; radio_of(in).ap_client(i, mac).is_ok(); ++i) {
        const Value address = KRAIT_TRY(new_bytes(in, mac));
        const Value entry = KRAIT_TRY(new_tuple(in, {&address, 1}));
        KRAIT_TRY(list_append(in, list, entry));
    }
    return list;
}

Value wlan_status_of(Interp& in, Wlan* self, Str* param) {
    if (!param) {
        // An access point has no status to tell.
        if (!self->is_station()) return none();
        return Value::from_int(status_number(radio_of(in).status(self->interface)));
    }
    if (param->view() == "rssi") {
        KRAIT_TRY(need_station(in, self));
        hal::WlanNetwork network;
        if (!radio_of(in).joined(network).is_ok()) return refuse(in, "Wifi Not Connected");
        return Value::from_int(network.rssi);
    }
    if (param->view() == "stations") {
        if (self->is_station()) return refuse(in, "AP required");
        return list_stations(in);
    }
    return raise(in, kValueError, "unknown status param");
}

// (ssid, bssid, channel, RSSI, security, hidden)
Value describe_network(Interp& in, const hal::WlanNetwork& network) {
    const Bytes ssid(reinterpret_cast<const u8*>(network.ssid), network.ssid_size);
    const Value fields[] = {KRAIT_TRY(new_bytes(in, ssid)),
                            KRAIT_TRY(new_bytes(in, network.bssid)),
                            Value::from_int(network.channel),
                            Value::from_int(network.rssi),
                            Value::from_int(static_cast<int>(network.security)),
                            from_bool(network.is_hidden)};
    return KRAIT_TRY(new_tuple(in, fields));
}

Value wlan_scan(Interp& in, Wlan* self) {
    KRAIT_TRY(need_station(in, self));
    hal::Radio& radio = radio_of(in);
    KRAIT_TRY(check(in, radio.start_scan()));
    Scheduler& scheduler = *in.scheduler();
    hal::IoResult found = radio.scan_result();
    while (found.is(hal::Errno::Again)) {
        (void)KRAIT_TRY(scheduler.wait_once(scheduler.deadline_in(kScanLookUs)));
        found = radio.scan_result();
    }
    KRAIT_TRY(check(in, found));
    List* list = KRAIT_TRY(new_list(in));
    hal::WlanNetwork network;
    for (i32 i = 0; i < found.count(); ++i) {
        if (!radio.scan_entry(static_cast<u16>(i), network).is_ok()) break;
        KRAIT_TRY(list_append(in, list, KRAIT_TRY(describe_network(in, network))));
    }
    return list;
}

Value wlan_repr(Interp& in, Value value) {
    return KRAIT_TRY(format_str(in, "<WLAN {}>", as<Wlan>(value)->is_station() ? "STA" : "AP"));
}

constexpr Row kRows[] = {
    def<"active(self, is_active=..., /)", wlan_active>,
    def<"connect(self, ssid=None, key=None, *, bssid=None)", wlan_connect>,
    def<"disconnect(self)", wlan_disconnect>,
    def<"isconnected(self)", wlan_isconnected>,
    def<"status(self, param=..., /)", wlan_status_of>,
    def<"scan(self)", wlan_scan>,
    def<"config(self, *names, **values)", wlan_config>,
    def<"ifconfig(self, config=..., /)", wlan_ifconfig>,
    def<"ipconfig(self, param=..., /, **values)", wlan_ipconfig>,
    constant<"IF_STA">(static_cast<int>(WlanInterface::Station)),
    constant<"IF_AP">(static_cast<int>(WlanInterface::AccessPoint)),
    constant<"SEC_OPEN">(static_cast<int>(hal::WlanSecurity::Open)),
    constant<"SEC_WEP">(static_cast<int>(hal::WlanSecurity::Wep)),
    constant<"SEC_WPA">(static_cast<int>(hal::WlanSecurity::WpaPsk)),
    constant<"SEC_WPA2">(static_cast<int>(hal::WlanSecurity::Wpa2Psk)),
    constant<"SEC_WPA_WPA2">(static_cast<int>(hal::WlanSecurity::WpaWpa2Psk)),
    constant<"SEC_WPA3">(static_cast<int>(hal::WlanSecurity::Wpa3Psk)),
    constant<"PM_NONE">(0),
    constant<"PM_PERFORMANCE">(1),
    constant<"PM_POWERSAVE">(2),
};
constexpr Slots kSlots{.repr = wlan_repr, .construct = wlan_construct};

}  // namespace

constinit const BuiltinType Wlan::kType{
    {.name = "WLAN"_sym, .slots = &kSlots, .rows = kRows, .size = sizeof(Wlan)}};

}  // namespace krait
