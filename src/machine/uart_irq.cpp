// UART.irq(): a function that is called when something arrived, when the line rests, or when
// everything is sent.
//
// There is one irq object a unit, for the last UART that asked. flags() are those of the event
// that its function is called for.
#include "core/bind.hpp"
#include "core/shape.hpp"
#include "machine/buses.hpp"
#include "machine/modules.hpp"

namespace krait {

namespace {

constexpr isize kTriggers =
    hal::kUartReceived | hal::kUartReceiveIdle | hal::kUartSendIdle | hal::kUartBreak;

Result<UartIrq*> irq_of(Interp& in, UartPort* port) {
    MachineState* state = KRAIT_TRY(machine_state(in));
    const Value there = state->uarts->items[port->unit];
    if (there) return as<UartIrq>(there);
    auto* irq = KRAIT_TRY(in.make<UartIrq>());
    irq->port = port;
    irq->handler = none();
    in.heap().write(state->uarts->items[port->unit], Value(irq));
    return irq;
}

Status set_trigger(Interp& in, UartIrq* irq, Value trigger) {
    const isize wanted = KRAIT_TRY(to_index(in, trigger));
    if (wanted & ~kTriggers) return raise(in, kValueError, "invalid trigger");
    irq->triggers = static_cast<u8>(wanted);
    return kOk;
}

Status arm(Interp& in, UartIrq* irq) {
    const u8 triggers = is_none(irq->handler) ? 0 : irq->triggers;
    return check(in, in.board()->uart()->set_irq(irq->port->unit, triggers, irq->is_hard));
}

Value irq_trigger(Interp& in, UartIrq* self, Value trigger) {
    const isize before = self->triggers;
    if (trigger) {
        KRAIT_TRY(set_trigger(in, self, trigger));
        KRAIT_TRY(arm(in, self));
    }
    return Value::from_int(before);
}

isize irq_flags(Interp&, UartIrq* self) { return self->flags; }

Value irq_call(Interp& in, Value self, const CallArgs& args) {
    auto* irq = as<UartIrq>(self);
    KRAIT_TRY((parse_args<"()">(in, "irq"_sym, args)));
    return is_none(irq->handler) ? none() : call(in, irq->handler, irq->port);
}

void irq_trace(Object* o, Marker& m) {
    auto* self = static_cast<UartIrq*>(o);
    m.object(self->port);
    m.value(self->handler);
}

constexpr Row kRows[] = {
    def<"trigger(self, trigger=..., /)", irq_trigger>,
    def<"flags(self)", irq_flags>,
};
constexpr Slots kSlots{.call = irq_call, .trace = irq_trace};

}  // namespace

constinit const BuiltinType UartIrq::kType{{.name = "irq"_sym,
                                            .slots = &kSlots,
                                            .rows = kRows,
                                            .flags = kFinal | kAbstractBase,
                                            .size = sizeof(UartIrq)}};

Result<UartIrq*> uart_irq(Interp& in, UartPort* port, Value handler, Value trigger, bool hard) {
    if (!port->is_open) return raise(in, kValueError, "the UART is closed");
    UartIrq* irq = KRAIT_TRY(irq_of(in, port));
    if (!handler && !trigger) return irq;
    const Value function = handler ? handler : none();
    if (!is_none(function) && !is_callable(function))
        return raise(in, kTypeError, "handler must be None or callable");
    KRAIT_TRY(set_trigger(in, irq, trigger ? trigger : Value::from_int(hal::kUartReceived)));
    in.heap().write(irq->port, port);
    in.heap().write(irq->handler, function);
    irq->is_hard = hard;
    KRAIT_TRY(arm(in, irq));
    return irq;
}

void drop_uart_irq(Interp& in, u8 unit) {
    const Value there = in.module_state(kMachineModule);
    if (there) as<MachineState>(there)->uarts->items[unit] = Value();
}

Status serve_uart(Interp& in, hal::EventId source, u32) {
    MachineState* state = KRAIT_TRY(machine_state(in));
    const Value there = state->uarts->items[source.unit];
    if (!there) return kOk;
    auto* irq = as<UartIrq>(there);
    const u8 flags = in.board()->uart()->take_irq_flags(source.unit) & irq->triggers;
    if (flags == 0 || is_none(irq->handler)) return kOk;
    irq->flags = flags;
    return in.scheduler()->run_callback(irq->handler, irq->port);
}

}  // namespace krait
