// The network module: WLAN, and what concerns all interfaces.
//
// Joining goes on in the background; scripts look at isconnected() or status(). Constants have the
// values that MicroPython's ESP32 port uses.
#include "core/bind.hpp"
#include "core/text.hpp"
#include "machine/state.hpp"
#include "net/address.hpp"

namespace krait {

namespace {

constinit const ModuleDef kWlanTable{"network.WLAN"_sym, {}};
constexpr int kStation = 0, kAccessPoint = 1;
constexpr u64 kScanStepUs = 10'000;

using hal::WlanInterface;
using hal::WlanStatus;

struct Wlan : Object {
    static const BuiltinType kType;
    WlanInterface interface;
};

hal::Radio& radio_of(Interp& in) { return *in.board()->radio(); }
bool is_station(const Wlan* w) { return w->interface == WlanInterface::Station; }

// Raises what the ESP32's driver says.
Status radio_ok(Interp& in, hal::IoResult result) {
    if (result.is_ok()) return kOk;
    if (result.is(hal::Errno::NotPermitted) || result.is(hal::Errno::Busy))
        return raise(in, kOSError, "Wifi Internal State Error");
    return raise(in, kOSError, "Wifi Internal Error");
}

int status_number(WlanStatus status) {
    switch (status) {
        case WlanStatus::Idle: return 1000;
        case WlanStatus::Connecting: return 1001;
        case WlanStatus::GotIp: return 1010;
        case WlanStatus::WrongPassword: return 202;
        case WlanStatus::NoApFound: return 201;
        case WlanStatus::AssociationFailed: return 203;
        case WlanStatus::BeaconTimeout: return 200;
        case WlanStatus::HandshakeTimeout: return 204;
    }
    return 1000;
}

Value wlan_construct(Interp& in, const Type*, const CallArgs& args) {
    isize id = 0;
    KRAIT_TRY((parse_args<"(interface_id=0)">(in, "WLAN"_sym, args, id)));
    (void)KRAIT_TRY(need_part(in, in.board()->radio()));
    if (id != kStation && id != kAccessPoint)
        return raise(in, kValueError, "invalid WLAN interface identifier");
    ValueArray* table = KRAIT_TRY(object_table(in, kWlanTable, 2));
    if (!table->items[id]) {
        Wlan* wlan = KRAIT_TRY(in.make<Wlan>());
        wlan->interface = static_cast<WlanInterface>(id);
        in.heap().write(table->items[id], Value(wlan));
    }
    return table->items[id];
}

// --- joining -------------------------------------------------------------------------------------

Value wlan_active(Interp& in, Wlan* self, Value active) {
    hal::Radio& radio = radio_of(in);
    if (active)
        KRAIT_TRY(radio_ok(in, radio.set_active(self->interface, KRAIT_TRY(truth(in, active)))));
    return from_bool(radio.is_active(self->interface));
}

// Text or bytes; none: empty.
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
    if (!is_station(self)) return raise(in, kOSError, "STA required");
    HeldBuffer held_ssid, held_key, held_bssid;
    std::string_view name, password, address;
    KRAIT_TRY(read_text(in, ssid, held_ssid, name));
    KRAIT_TRY(read_text(in, key, held_key, password));
    KRAIT_TRY(read_text(in, bssid, held_bssid, address));
    if (name.size() > 32 || password.size() > 64 || (!address.empty() && address.size() != 6))
        return raise(in, kValueError, "invalid ssid, key or bssid");
    const auto* mac = address.empty() ? nullptr : reinterpret_cast<const u8*>(address.data());
    return radio_ok(in, radio_of(in).connect(name, password, mac));
}

Status wlan_disconnect(Interp& in, Wlan*) { return radio_ok(in, radio_of(in).disconnect()); }

bool wlan_isconnected(Interp& in, Wlan* self) { return radio_of(in).is_connected(self->interface); }

Value access_point_clients(Interp& in) {
    List* list = KRAIT_TRY(new_list(in));
    u8 mac[6];
    for (u16 i = 0; radio_of(in).ap_client(i, mac).is_ok(); ++i) {
        const Value bytes = KRAIT_TRY(new_bytes(in, mac));
        KRAIT_TRY(list_append(in, list, KRAIT_TRY(new_tuple(in, std::span(&bytes, 1)))));
    }
    return list;
}

Value wlan_status(Interp& in, Wlan* self, Value what) {
    hal::Radio& radio = radio_of(in);
    if (is_none(what)) return Value::from_int(status_number(radio.status(self->interface)));
    const Str* name = as_if<Str>(what);
    if (name && name->view() == "stations" && !is_station(self)) return access_point_clients(in);
    if (name && name->view() == "rssi" && is_station(self)) {
        hal::WlanNetwork network;
        KRAIT_TRY(radio_ok(in, radio.joined(network)));
        return Value::from_int(network.rssi);
    }
    return raise(in, kValueError, "unknown status param");
}

// --- scanning ------------------------------------------------------------------------------------

Value scan_row(Interp& in, const hal::WlanNetwork& n) {
    const auto* name = reinterpret_cast<const u8*>(n.ssid);
    const Value row[] = {KRAIT_TRY(new_bytes(in, {name, n.ssid_size})),
                         KRAIT_TRY(new_bytes(in, n.bssid)),
                         Value::from_int(n.channel),
                         Value::from_int(n.rssi),
                         Value::from_int(static_cast<int>(n.security)),
                         from_bool(n.is_hidden)};
    return KRAIT_TRY(new_tuple(in, row));
}

Value wlan_scan(Interp& in, Wlan* self) {
    if (!is_station(self)) return raise(in, kOSError, "STA required");
    hal::Radio& radio = radio_of(in);
    KRAIT_TRY(radio_ok(in, radio.start_scan()));
    hal::IoResult count = radio.scan_result();
    while (count.is(hal::Errno::Again)) {
        (void)KRAIT_TRY(in.scheduler()->wait_once(in.scheduler()->deadline_in(kScanStepUs)));
        count = radio.scan_result();
    }
    KRAIT_TRY(radio_ok(in, count));
    List* list = KRAIT_TRY(new_list(in));
    for (i32 i = 0; i < count.count(); ++i) {
        hal::WlanNetwork network;
        if (!radio.scan_entry(static_cast<u16>(i), network).is_ok()) break;
        KRAIT_TRY(list_append(in, list, KRAIT_TRY(scan_row(in, network))));
    }
    return list;
}

// --- addresses -----------------------------------------------------------------------------------

Value ip_text(Interp& in, const u8 (&address)[4]) {
    char text[kAddressText];
    return new_str(in, {text, format_ipv4(address, text)}).take();
}

Status read_ip(Interp& in, Value v, u8 (&out)[4]) {
    hal::NetAddress address;
    const Str* text = as_if<Str>(v);
    if (!text || !parse_ip(text->view(), address) || address.family != hal::NetFamily::V4)
        return raise(in, kValueError, "invalid address");
    std::copy_n(address.bytes, 4, out);
    return kOk;
}

Value wlan_ifconfig(Interp& in, Wlan* self, Value config) {
    hal::Radio& radio = radio_of(in);
    hal::IpConfig ip = radio.ip_config(self->interface);
    if (!config) {
        const Value parts[] = {KRAIT_TRY(ip_text(in, ip.address)),
                               KRAIT_TRY(ip_text(in, ip.netmask)),
                               KRAIT_TRY(ip_text(in, ip.gateway)), KRAIT_TRY(ip_text(in, ip.dns))};
        return KRAIT_TRY(new_tuple(in, parts));
    }
    ip.is_dhcp = is<Str>(config) && as<Str>(config)->view() == "dhcp";
    if (!ip.is_dhcp) {
        Tuple* parts = KRAIT_TRY(tuple_from(in, config));
        if (parts->size() != 4)
            return raise(in, kValueError, "expected (ip, subnet, gateway, dns)");
        KRAIT_TRY(read_ip(in, (*parts)[0], ip.address));
        KRAIT_TRY(read_ip(in, (*parts)[1], ip.netmask));
        KRAIT_TRY(read_ip(in, (*parts)[2], ip.gateway));
        KRAIT_TRY(read_ip(in, (*parts)[3], ip.dns));
    }
    KRAIT_TRY(radio_ok(in, radio.set_ip_config(self->interface, ip)));
    return none();
}

// "192.168.1.5/24", or a pair of texts.
Status read_ip_and_mask(Interp& in, Value v, hal::IpConfig& out) {
    if (const Str* text = as_if<Str>(v)) {
        std::string_view address = text->view();
        const usize slash = address.find('/');
        u32 bits = 24;
        if (slash != std::string_view::npos) {
            bits = 0;
            for (char c :
                 std::string_view(address.data() + slash + 1, address.size() - slash - 1)) {
                if (c < '0' || c > '9' || bits > 32)
                    return raise(in, kValueError, "invalid address");
                bits = bits * 10 + static_cast<u32>(c - '0');
            }
            if (bits > 32) return raise(in, kValueError, "invalid address");
            address = {address.data(), slash};
        }
        hal::NetAddress parsed;
        if (!parse_ip(address, parsed) || parsed.family != hal::NetFamily::V4)
            return raise(in, kValueError, "invalid address");
        std::copy_n(parsed.bytes, 4, out.address);
        const u32 mask = bits == 0 ? 0 : ~u32{0} << (32 - bits);
        for (int i = 0; i < 4; ++i) out.netmask[i] = static_cast<u8>(mask >> (24 - 8 * i));
        return kOk;
    }
    Tuple* pair = KRAIT_TRY(tuple_from(in, v));
    if (pair->size() != 2) return raise(in, kValueError, "invalid address");
    KRAIT_TRY(read_ip(in, (*pair)[0], out.address));
    return read_ip(in, (*pair)[1], out.netmask);
}

Value ipconfig_value(Interp& in, Wlan* self, std::string_view name) {
    hal::Radio& radio = radio_of(in);
    const hal::IpConfig ip = radio.ip_config(self->interface);
    if (name == "dhcp4") return from_bool(ip.is_dhcp);
    if (name == "has_dhcp4") return from_bool(ip.is_dhcp && radio.is_connected(self->interface));
    if (name == "gw4") return ip_text(in, ip.gateway);
    if (name == "dns") return ip_text(in, ip.dns);
    if (name == "addr6") return KRAIT_TRY(new_list(in));
    if (name != "addr4") return raise(in, kValueError, "unknown config param");
    const Value pair[] = {KRAIT_TRY(ip_text(in, ip.address)), KRAIT_TRY(ip_text(in, ip.netmask))};
    return KRAIT_TRY(new_tuple(in, pair));
}

Value wlan_ipconfig(Interp& in, Wlan* self, Str* param, Kwargs settings) {
    if (param) return ipconfig_value(in, self, param->view());
    hal::IpConfig ip = radio_of(in).ip_config(self->interface);
    usize position = 0;
    Str* name;
    Value value;
    while (settings.next(position, name, value)) {
        const std::string_view key = name->view();
        if (key == "addr4") {
            KRAIT_TRY(read_ip_and_mask(in, value, ip));
            ip.is_dhcp = false;
        } else if (key == "gw4") {
            KRAIT_TRY(read_ip(in, value, ip.gateway));
        } else if (key == "dns") {
            KRAIT_TRY(read_ip(in, value, ip.dns));
        } else if (key == "dhcp4") {
            ip.is_dhcp = KRAIT_TRY(truth(in, value));
        } else {
            return raise(in, kValueError, "unknown config param");
        }
    }
    KRAIT_TRY(radio_ok(in, radio_of(in).set_ip_config(self->interface, ip)));
    return none();
}

// --- config --------------------------------------------------------------------------------------

Value mac_of(Interp& in, WlanInterface interface) {
    u8 mac[6];
    radio_of(in).mac(interface, mac);
    return new_bytes(in, mac);
}

Value network_name(Interp& in, Wlan* self) {
    hal::Radio& radio = radio_of(in);
    if (!is_station(self)) {
        const hal::ApConfig ap = radio.ap_config();
        return new_str(in, {ap.ssid, ap.ssid_size}).take();
    }
    hal::WlanNetwork network;
    if (!radio.joined(network).is_ok()) return empty_str();
    return new_str(in, {network.ssid, network.ssid_size}).take();
}

Value config_value(Interp& in, Wlan* self, std::string_view name) {
    hal::Radio& radio = radio_of(in);
    const hal::ApConfig ap = radio.ap_config();
    hal::WlanNetwork network{};
    const bool joined = is_station(self) && radio.joined(network).is_ok();
    if (name == "mac") return mac_of(in, self->interface);
    if (name == "ssid" || name == "essid") return network_name(in, self);
    if (name == "channel") return Value::from_int(joined ? network.channel : ap.channel);
    if (name == "security" || name == "authmode")
        return Value::from_int(static_cast<int>(joined ? network.security : ap.security));
    if (name == "hidden") return from_bool(ap.is_hidden);
    if (name == "max_clients") return Value::from_int(ap.max_clients);
    if (name == "hostname" || name == "dhcp_hostname") return new_str(in, radio.hostname()).take();
    if (name == "reconnects") return Value::from_int(radio.reconnects());
    if (name == "pm") return Value::from_int(radio.power_save());
    if (name == "txpower") return new_float(in, Float(radio.tx_power()) / 4);
    if (name == "protocol") return Value::from_int(7);
    return raise(in, kValueError, "unknown config param");
}

// A text of the access point's settings.
template <usize N>
Status set_text(Interp& in, Value v, char (&text)[N], u8& size) {
    HeldBuffer held;
    std::string_view from;
    KRAIT_TRY(read_text(in, v, held, from));
    if (from.size() >= N) return raise(in, kValueError, "too long");
    std::copy(from.begin(), from.end(), text);
    text[from.size()] = 0;
    size = static_cast<u8>(from.size());
    return kOk;
}

Status set_ap_value(Interp& in, std::string_view name, Value value) {
    hal::ApConfig ap = radio_of(in).ap_config();
    if (name == "ssid" || name == "essid") {
        KRAIT_TRY(set_text(in, value, ap.ssid, ap.ssid_size));
    } else if (name == "key" || name == "password") {
        KRAIT_TRY(set_text(in, value, ap.password, ap.password_size));
    } else if (name == "hidden") {
        ap.is_hidden = KRAIT_TRY(truth(in, value));
    } else {
        const isize number = KRAIT_TRY(to_index(in, value));
        if (number < 0 || number > 255) return raise(in, kValueError, "invalid value");
        if (name == "channel")
            ap.channel = static_cast<u8>(number);
        else if (name == "max_clients")
            ap.max_clients = static_cast<u8>(number);
        else if (name == "security" || name == "authmode")
            ap.security = static_cast<hal::WlanSecurity>(number);
        else
            return raise(in, kValueError, "unknown config param");
    }
    return radio_ok(in, radio_of(in).set_ap_config(ap));
}

Status set_config_value(Interp& in, std::string_view name, Value value) {
    hal::Radio& radio = radio_of(in);
    if (name == "hostname" || name == "dhcp_hostname") {
        if (!is<Str>(value)) return raise(in, kTypeError, "hostname must be a string");
        return radio_ok(in, radio.set_hostname(as<Str>(value)->view()));
    }
    if (name == "reconnects") {
        radio.set_reconnects(static_cast<i32>(KRAIT_TRY(to_index(in, value))));
        return kOk;
    }
    if (name == "pm")
        return radio_ok(in, radio.set_power_save(static_cast<u8>(KRAIT_TRY(to_index(in, value)))));
    if (name == "txpower") {
        Float dbm = 0;
        KRAIT_TRY(to_float(in, value, dbm));
        if (!(dbm >= 0 && dbm <= 30)) return raise(in, kValueError, "invalid txpower");
        return radio_ok(in, radio.set_tx_power(static_cast<i8>(dbm * 4)));
    }
    if (name == "protocol") return kOk;
    return set_ap_value(in, name, value);
}

Value wlan_config(Interp& in, Wlan* self, Str* param, Kwargs settings) {
    if (param && !settings.empty())
        return raise(in, kTypeError, "either pos or kw args are allowed");
    if (param) return config_value(in, self, param->view());
    usize position = 0;
    Str* name;
    Value value;
    while (settings.next(position, name, value))
        KRAIT_TRY(set_config_value(in, name->view(), value));
    return none();
}

Value wlan_repr(Interp& in, Value v) {
    const Wlan* self = as<Wlan>(v);
    const Value address = KRAIT_TRY(ip_text(in, radio_of(in).ip_config(self->interface).address));
    return format_str(in, "<WLAN {} {} {}>", is_station(self) ? "STA" : "AP",
                      radio_of(in).is_connected(self->interface) ? "connected" : "disconnected",
                      as<Str>(address))
        .take();
}

constexpr Row kWlanRows[] = {
    def<"active(self, is_active=..., /)", wlan_active>,
    def<"connect(self, ssid=None, key=None, *, bssid=None)", wlan_connect>,
    def<"disconnect(self, /)", wlan_disconnect>,
    def<"isconnected(self, /)", wlan_isconnected>,
    def<"status(self, param=None, /)", wlan_status>,
    def<"scan(self, /)", wlan_scan>,
    def<"ifconfig(self, config=..., /)", wlan_ifconfig>,
    def<"ipconfig(self, param=None, /, **settings)", wlan_ipconfig>,
    def<"config(self, param=None, /, **settings)", wlan_config>,
    constant<"IF_STA">(kStation),
    constant<"IF_AP">(kAccessPoint),
    constant<"SEC_OPEN">(0),
    constant<"SEC_WEP">(1),
    constant<"SEC_WPA">(2),
    constant<"SEC_WPA2">(3),
    constant<"SEC_WPA_WPA2">(4),
    constant<"SEC_WPA3">(6),
    constant<"PM_NONE">(0),
    constant<"PM_PERFORMANCE">(1),
    constant<"PM_POWERSAVE">(2),
};
constexpr Slots kWlanSlots{.repr = wlan_repr, .construct = wlan_construct};

}  // namespace

constinit const BuiltinType Wlan::kType{{.name = "WLAN"_sym,
                                         .slots = &kWlanSlots,
                                         .rows = kWlanRows,
                                         .flags = kFinal,
                                         .size = sizeof(Wlan)}};

namespace {

// --- the module ----------------------------------------------------------------------------------

Value network_hostname(Interp& in, Value name) {
    hal::Radio* radio = KRAIT_TRY(need_part(in, in.board()->radio()));
    if (!name) return new_str(in, radio->hostname()).take();
    KRAIT_TRY(set_config_value(in, "hostname", name));
    return none();
}

Value network_country(Interp& in, Str* code) {
    hal::Radio* radio = KRAIT_TRY(need_part(in, in.board()->radio()));
    if (!code) return new_str(in, radio->country()).take();
    if (!radio->set_country(code->view()).is_ok()) return raise(in, kValueError, "invalid country");
    return none();
}

Value network_ipconfig(Interp& in, Str* param, Kwargs settings) {
    const Value id = Value::from_int(kStation);
    const Value station = KRAIT_TRY(wlan_construct(in, &Wlan::kType, {&id, 1, 0, nullptr}));
    return wlan_ipconfig(in, as<Wlan>(station), param, settings);
}

constexpr Row kRows[] = {
    constant<"WLAN">(&Wlan::kType),
    def<"hostname(name=..., /)", network_hostname>,
    def<"country(code=None, /)", network_country>,
    def<"ipconfig(param=None, /, **settings)", network_ipconfig>,
    constant<"STA_IF">(kStation),
    constant<"AP_IF">(kAccessPoint),
    constant<"STAT_IDLE">(1000),
    constant<"STAT_CONNECTING">(1001),
    constant<"STAT_GOT_IP">(1010),
    constant<"STAT_BEACON_TIMEOUT">(200),
    constant<"STAT_NO_AP_FOUND">(201),
    constant<"STAT_WRONG_PASSWORD">(202),
    constant<"STAT_ASSOC_FAIL">(203),
    constant<"STAT_HANDSHAKE_TIMEOUT">(204),
    constant<"AUTH_OPEN">(0),
    constant<"AUTH_WEP">(1),
    constant<"AUTH_WPA_PSK">(2),
    constant<"AUTH_WPA2_PSK">(3),
    constant<"AUTH_WPA_WPA2_PSK">(4),
    constant<"AUTH_WPA3_PSK">(6),
};

}  // namespace

extern constinit const ModuleDef kNetworkModule{.name = "network"_sym, .rows = kRows};

}  // namespace krait
