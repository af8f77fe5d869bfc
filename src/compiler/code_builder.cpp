// Encoding of instructions, jumps, and the tables of a code object.
#include "compiler/code_builder.hpp"

#include "bytecode/code.hpp"
#include "core/arrays.hpp"
#include "objects/bytes.hpp"

namespace krait {

void CodeBuilder::put_opcode(Opcode op) { bytes_.push(static_cast<u8>(op)); }

// Operands that do not fit would make other instructions of these.
void CodeBuilder::put_number(i64 value, u8 size) {
    const i64 most = i64{1} << (8 * size);
    if ((value >= most || value < -most / 2) && !needs_other_form()) {
        too_large("too many values in one operation");
    }
    for (u8 i = 0; i < size; ++i) bytes_.push(static_cast<u8>(value >> (8 * i)));
}

void CodeBuilder::put_operands(Opcode op, std::span<const i32> values) {
    const OpInfo& info = info_of(op);
    for (usize i = 0; i < values.size(); ++i) put_number(values[i], operand_size(info.operands[i]));
}

// The opposite of a conditional jump: taken when the other is not.
static Opcode opposite(Opcode op) {
    auto in = [&](Opcode first, Opcode last) { return op >= first && op <= last; };
    auto moved = [&](Opcode from, Opcode to) {
        return static_cast<Opcode>(static_cast<u8>(op) - static_cast<u8>(from) +
                                   static_cast<u8>(to));
    };
    using enum Opcode;
    if (op == JumpIfTrue) return JumpIfFalse;
    if (op == JumpIfFalse) return JumpIfTrue;
    if (op == JumpIfNone) return JumpIfNotNone;
    if (op == JumpIfNotNone) return JumpIfNone;
    if (in(JumpIfLt, JumpIfGe)) return moved(JumpIfLt, JumpUnlessLt);
    if (in(JumpUnlessLt, JumpUnlessGe)) return moved(JumpUnlessLt, JumpIfLt);
    if (in(JumpIfLtInt, JumpIfGeInt)) return moved(JumpIfLtInt, JumpUnlessLtInt);
    return moved(JumpUnlessLtInt, JumpIfLtInt);
}

void CodeBuilder::put_jump(Opcode op, Label& target, std::span<const i32> operands) {
    FarStores stores;
    i32 near[5] = {};
    if (is_far_) {
        std::copy(operands.begin(), operands.end(), near);
        operands = {near, operands.size()};
        bring_near(op, {near, operands.size()}, stores);
    }
    put_near_jump(op, target, operands);
    store_far(stores);  // where the jump is not taken
}

void CodeBuilder::put_near_jump(Opcode op, Label& target, std::span<const i32> operands) {
    bool plain = op == Opcode::Jump || op == Opcode::Loop;
    if (!is_wide_) {
        put_opcode(op);
        put_operands(op, operands);
        put_target(target, false);
    } else if (plain) {
        put_opcode(op == Opcode::Jump ? Opcode::JumpWide : Opcode::LoopWide);
        put_target(target, true);
    } else if (op == Opcode::ForIter || op == Opcode::BeginRange) {
        // op -> over; Jump -> on; over: JumpWide target; on:
        put_opcode(op);
        put_operands(op, operands);
        put_number(3, 2);
        put_opcode(Opcode::Jump);
        put_number(5, 2);
        put_opcode(Opcode::JumpWide);
        put_target(target, true);
    } else {
        put_opcode(opposite(op));
        put_operands(op, operands);
        put_number(5, 2);
        put_opcode(Opcode::JumpWide);
        put_target(target, true);
    }
}

void CodeBuilder::put_target(Label& target, bool is_wide) {
    u32 at = bytes_.size(), from = at + (is_wide ? 4 : 2);
    put_number(0, is_wide ? 4 : 2);
    if (target.is_bound()) {
        patch(at, static_cast<i64>(target.offset) - from, is_wide);
        return;
    }
    if (auto* use = arena_.make<Label::Use>(Label::Use{at, from, is_wide, target.uses}))
        target.uses = use;
}

void CodeBuilder::patch(u32 at, i64 distance, bool is_wide) {
    if (failed()) return;
    if (!is_wide && distance != static_cast<i16>(distance)) outgrown_ = true;
    for (u32 i = 0; i < (is_wide ? 4u : 2u); ++i)
        bytes_[at + i] = static_cast<u8>(distance >> (8 * i));
}

void CodeBuilder::bind(Label& label) {
    label.offset = bytes_.size();
    for (Label::Use* use = label.uses; use; use = use->next)
        patch(use->at, static_cast<i64>(label.offset) - use->from, use->is_wide);
    for (u32 i = label.handlers; i != Label::kUnbound && !failed(); i = handlers_[i].next)
        handlers_[i].target = label.offset;
}

void CodeBuilder::at(const Node* node) {
    if (node) at(node->position, node->end_column);
}

void CodeBuilder::at(Position start, u32 end_column) {
    Place place{bytes_.size(), start, static_cast<u16>(end_column)};
    if (places_.size()) {
        Place& last = places_.back();
        const bool plain = last.kind == Place::Plain;
        if (plain && last.start == place.start && last.end_column == place.end_column) return;
        if (plain && last.offset == place.offset) {
            last = place;
            return;
        }
    }
    places_.push(place);
}

// A place without instructions gives way.
void CodeBuilder::put_place(const Place& place) {
    if (places_.size() && places_.back().kind == Place::Plain &&
        places_.back().offset == place.offset)
        places_.back() = place;
    else
        places_.push(place);
}

void CodeBuilder::mark(const Node* node, bool ends) {
    if (places_.size() && places_.back().kind != Place::Plain &&
        places_.back().start == node->position)
        return;  // the `try` within a `try` with `finally`
    put_place({bytes_.size(), node->position, 0, ends ? Place::Ends : Place::Begins});
}

void CodeBuilder::nowhere() {
    if (places_.size()) put_place({bytes_.size(), places_.back().start, 0, Place::Nowhere});
}

Str* CodeBuilder::text(std::string_view text) {
    auto s = intern(in_, text);
    if (!s) fail();
    return s.take();
}

bool CodeBuilder::same_constant(Value a, Value b) const {
    if (a == b) return true;
    if (!a.is_object() || !b.is_object() || a.object()->shape != b.object()->shape) return false;
    if (is_exact<Str>(a)) return as<Str>(a)->view() == as<Str>(b)->view();
    if (is_exact<BytesObject>(a))
        return as_text(as<BytesObject>(a)->bytes()) == as_text(as<BytesObject>(b)->bytes());
    if (!is_exact<Tuple>(a) || as<Tuple>(a)->size() != as<Tuple>(b)->size()) return false;
    for (usize i = 0; i < as<Tuple>(a)->size(); ++i)
        if (!same_constant(as<Tuple>(a)->items_[i], as<Tuple>(b)->items_[i])) return false;
    return true;
}

u32 CodeBuilder::constant(Value v) {
    if (!v || failed()) {
        fail();
        return 0;
    }
    if (!constants_) {
        auto list = new_list(in_);
        if (!list) {
            fail();
            return 0;
        }
        constants_ = list.take();
    }
    // Looking at the newest ones finds most repetitions and keeps long tables linear.
    u32 size = static_cast<u32>(constants_->size());
    for (u32 i = size, tries = 0; i > 0 && tries < 64; --i, ++tries)
        if (same_constant(constants_->begin()[i - 1], v)) return i - 1;
    if (size >= 0xffff) {
        too_large("too many constants in one function");
        return 0;
    }
    if (!list_append(in_, constants_, v)) fail();
    return size;
}

u32 CodeBuilder::name(Str* name) {
    if (!name || failed()) {
        fail();
        return 0;
    }
    if (!names_) {
        auto list = new_list(in_);
        if (!list) {
            fail();
            return 0;
        }
        names_ = list.take();
    }
    u32 size = static_cast<u32>(names_->size());
    if (size >= 0xfffe) {
        // A function with that many sites shares them: caches are then less use, and no harm.
        for (u32 i = 0; i < size; ++i)
            if (names_->begin()[i] == Value(name)) return i;
        too_large("too many names in one function");
        return 0;
    }
    if (!list_append(in_, names_, name)) fail();
    return size;
}

void CodeBuilder::load_constant(Register dst, Value v) {
    u32 index = constant(v);
    if (index < 256)
        emit(Opcode::LoadConst, dst, index);
    else
        emit(Opcode::LoadConstWide, dst, index);
}

void CodeBuilder::load_int(Register dst, i64 i) {
    if (i == static_cast<i8>(i))
        emit(Opcode::LoadInt, dst, static_cast<i32>(i));
    else
        load_constant(dst, new_int(in_, i));
}

void CodeBuilder::add_handler(u32 start, u32 end, Label& target, Register exception) {
    if (start == end) return;
    handlers_.push({start, end, target.offset, exception, target.handlers});
    if (!target.is_bound()) target.handlers = handlers_.size() - 1;
}

void CodeBuilder::prepend_clear(std::span<const u8> registers) {
    u32 count = static_cast<u32>(registers.size()) * 3;
    if (!count || !bytes_.shift(count)) return;
    shifted_ = count;
    u8* p = bytes_.begin();
    for (u8 r : registers) {
        *p++ = static_cast<u8>(Opcode::ClearLocals);
        *p++ = r;
        *p++ = 1;
    }
}

Status CodeBuilder::finish_handlers(Code* code) {
    if (!handlers_.size()) return kOk;
    ByteArray* table = KRAIT_TRY(new_byte_array(in_, handlers_.size() * sizeof(Handler)));
    auto* out = reinterpret_cast<Handler*>(table->data);
    for (const PendingHandler& h : handlers_)
        *out++ = {h.start + shifted_, h.end + shifted_, h.target + shifted_, h.exception};
    code->handlers = table;
    return kOk;
}

Status CodeBuilder::finish_positions(Code* code) {
    if (!places_.size()) return kOk;
    ArenaVector<u8> table(arena_);
    PositionWriter writer;
    u32 first = 0;
    while (first + 1 < places_.size() && places_[first + 1].offset == places_[first].offset)
        ++first;
    for (u32 i = 0; i < places_.size(); ++i) {
        const Place& place = places_[i];
        u32 end = i + 1 < places_.size() ? places_[i + 1].offset : bytes_.size() - shifted_;
        // Instructions before the first place go with it.
        u32 start = i == first ? 0 : place.offset;
        SourcePosition position{.line = place.start.line(), .end_line = place.start.line()};
        if (place.kind == Place::Nowhere) position.line = position.end_line = 0;
        if (place.kind == Place::Plain || place.kind == Place::Begins)
            position.column = static_cast<i32>(place.start.column());
        if (place.end_column) position.end_column = place.end_column;
        u8 entry[PositionWriter::kMaxEntry];
        u32 covered = end - start + (i == first ? shifted_ : 0);
        usize size = writer.write(entry, covered, position);
        for (usize k = 0; k < size; ++k) table.push(entry[k]);
    }
    if (failed()) return raise_memory_error(in_);
    ByteArray* out = KRAIT_TRY(new_byte_array(in_, table.size()));
    std::copy(table.begin(), table.end(), out->data);
    code->positions = out;
    return kOk;
}

Status CodeBuilder::finish(Code* code) {
    if (failed()) {
        if (!in_.has_pending()) return raise_memory_error(in_);
        return {};
    }
    ByteArray* bytes = KRAIT_TRY(new_byte_array(in_, bytes_.size()));
    std::copy(bytes_.begin(), bytes_.end(), bytes->data);
    code->bytes = bytes;
    code->start = bytes->data;
    code->size = bytes_.size();
    auto array_of = [&](List* list) -> Result<ValueArray*> {
        usize n = list ? list->size() : 0;
        ValueArray* array = KRAIT_TRY(new_value_array(in_, n));
        if (n) std::copy_n(list->begin(), n, array->items);
        return array;
    };
    ValueArray* constants = KRAIT_TRY(array_of(constants_));
    in_.heap().write(code->constants, constants);
    ValueArray* names = KRAIT_TRY(array_of(names_));
    in_.heap().write(code->names, names);
    code->name_count = static_cast<u16>(names_ ? names_->size() : 0);
    KRAIT_TRY(finish_handlers(code));
    return keeps_positions_ ? finish_positions(code) : kOk;
}

}  // namespace krait
