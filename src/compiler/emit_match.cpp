// match statements. A pattern tests the subject in a register and jumps to `failed` or goes on.
//
// A pattern that fails binds nothing. Most names come behind all tests of their pattern and are
// bound at once; where a test follows a name, what it captured waits in a temporary for the end.
#include "compiler/emitter.hpp"

namespace krait {

// The names of a pattern in the order of the tests. One with more than kMost binds at once after
// all: which names a pattern that fails has bound is open to the implementation.
class Emitter::Captures {
  public:
    explicit Captures(Pattern* p) { visit(p); }

    bool must_wait() const { return tested_behind_ && count_ <= kMost; }
    void reserve(Emitter& e) { base_ = e.temps(count_); }
    Register slot(const Symbol* symbol) const {
        u32 i = 0;
        while (symbols_[i] != symbol) ++i;
        return base_ + i;
    }
    void store(Emitter& e) const {
        for (u32 i = 0; i < count_; ++i) e.store(symbols_[i], base_ + i);
    }

  private:
    static constexpr u32 kMost = 24;

    void visit(const Pattern* p);
    void test() { tested_behind_ |= count_ > 0; }
    void name(Symbol* symbol) {
        if (!symbol) return;
        for (u32 i = 0; i < std::min(count_, kMost); ++i)
            if (symbols_[i] == symbol) return;
        if (count_ < kMost) symbols_[count_] = symbol;
        ++count_;
    }

    Symbol* symbols_[kMost];
    u32 count_ = 0;
    Register base_ = 0;
    bool tested_behind_ = false;
};

void Emitter::Captures::visit(const Pattern* p) {
    switch (p->kind) {
        case NodeKind::MatchCapture:
        case NodeKind::MatchStar: return name(p->as<CapturePattern>()->symbol);
        case NodeKind::MatchAs:
            visit(p->as<AsPattern>()->pattern);
            return name(p->as<AsPattern>()->symbol);
        case NodeKind::MatchOr:
            for (const Pattern* alternative : p->as<GroupPattern>()->items) {
                visit(alternative);
                if (alternative->next) test();
            }
            return;
        default: break;
    }
    test();
    if (p->is(NodeKind::MatchSequence)) {
        for (const Pattern* item : p->as<GroupPattern>()->items) visit(item);
    } else if (p->is(NodeKind::MatchMapping)) {
        auto* mapping = p->as<MappingPattern>();
        for (const MatchMappingItem* item : mapping->items) visit(item->pattern);
        if (mapping->rest) visit(mapping->rest);
    } else if (p->is(NodeKind::MatchClass)) {
        for (const Pattern* item : p->as<ClassPattern>()->positional) visit(item);
        for (const MatchKeyword* k : p->as<ClassPattern>()->keywords) visit(k->pattern);
    }
}

void Emitter::case_pattern(Pattern* p, Register subject, Label& failed) {
    Captures captures(p);
    if (!captures.must_wait()) return pattern(p, subject, failed);
    captures.reserve(*this);
    captures_ = &captures;
    pattern(p, subject, failed);
    captures_ = nullptr;
    captures.store(*this);
}

void Emitter::match_statement(MatchStmt* s) {
    Register subject = temp();
    expression(s->subject, subject);
    Label end;
    Assigned before = assigned_, at_end = Assigned::all();
    bool reaches_end = false;
    bool exhaustive = false;
    for (MatchCase* c : s->cases) {
        Label next;
        assigned_ = before;
        reachable_ = true;
        {
            Mark mark(*this);
            code_.at(c->pattern);
            case_pattern(c->pattern, subject, next);
            if (c->guard) jump_if(c->guard, false, next);
        }
        block(c->body);
        if (reachable_) {
            at_end.meet(assigned_);
            reaches_end = true;
            code_.jump(Opcode::Jump, end);
        }
        exhaustive = !c->guard && !next.uses;
        code_.bind(next);
    }
    if (!exhaustive) {
        at_end.meet(before);
        reaches_end = true;
    }
    reachable_ = reaches_end;
    assigned_ = at_end;
    code_.bind(end);
}

void Emitter::capture(Symbol* symbol, Register subject) {
    if (!symbol) return;
    if (captures_) return move(captures_->slot(symbol), subject);
    store(symbol, subject);
}

void Emitter::pattern(Pattern* p, Register subject, Label& failed) {
    if (!enter(p)) return;
    Mark mark(*this);
    switch (p->kind) {
        case NodeKind::MatchValue: {
            Register value = operand(p->as<ValuePattern>()->value);
            code_.at(p);
            return code_.jump(Opcode::JumpUnlessEq, failed, subject, value);
        }
        case NodeKind::MatchSingleton: {
            Register value = temp();
            expression(p->as<ValuePattern>()->value, value);
            code_.emit(Opcode::Is, value, subject, value);
            return code_.jump(Opcode::JumpIfFalse, failed, value);
        }
        case NodeKind::MatchCapture:
        case NodeKind::MatchStar: return capture(p->as<CapturePattern>()->symbol, subject);
        case NodeKind::MatchAs:
            pattern(p->as<AsPattern>()->pattern, subject, failed);
            return capture(p->as<AsPattern>()->symbol, subject);
        case NodeKind::MatchSequence:
            return sequence_pattern(p->as<GroupPattern>(), subject, failed);
        case NodeKind::MatchMapping:
            return mapping_pattern(p->as<MappingPattern>(), subject, failed);
        case NodeKind::MatchClass: return class_pattern(p->as<ClassPattern>(), subject, failed);
        default: return or_pattern(p->as<GroupPattern>(), subject, failed);
    }
}

// Matches the items of a list or tuple one after the other.
void Emitter::SubPatterns::match(Pattern* p, Label& failed) {
    Mark mark(e_);
    Register item = e_.temp();
    e_.load_nth(item, sequence_, index_++);
    e_.pattern(p, item, failed);
}

void Emitter::sequence_pattern(GroupPattern* p, Register subject, Label& failed) {
    u32 count = p->items.count, star = count, i = 0;
    for (Pattern* item : p->items) {
        if (item->is(NodeKind::MatchStar)) star = i;
        ++i;
    }
    Register t = temp();
    code_.emit(Opcode::MatchSequence, t, subject);
    code_.jump(Opcode::JumpIfFalse, failed, t);
    code_.emit(Opcode::GetLen, t, subject);
    u32 least = star < count ? count - 1 : count;
    Register wanted = temp();
    code_.load_int(wanted, least);
    code_.jump(star < count ? Opcode::JumpUnlessGe : Opcode::JumpUnlessEq, failed, t, wanted);
    if (count >= 0xffff) return syntax_error(p, "too many sub-patterns");
    if (!count) return;
    if (count > kChunk) {
        Register items = temp();
        code_.emit(Opcode::UnpackList, items, subject, star,
                   star < count ? count - star - 1 : 0xffff);
        SubPatterns parts(*this, items);
        for (Pattern* item : p->items) parts.match(item, failed);
        return;
    }
    Register base = temps(count);
    if (star < count)
        code_.emit(Opcode::UnpackStarred, base, subject, star, count - star - 1);
    else
        code_.emit(Opcode::UnpackSequence, base, subject, count);
    i = 0;
    for (Pattern* item : p->items) pattern(item, base + i++, failed);
}

void Emitter::mapping_pattern(MappingPattern* p, Register subject, Label& failed) {
    Register t = temp(), keys = temp(), values = temp();
    code_.emit(Opcode::MatchMapping, t, subject);
    code_.jump(Opcode::JumpIfFalse, failed, t);
    u32 count = p->items.count;
    if (count) {  // a smaller one is not even asked for its items
        Mark mark(*this);
        Register wanted = temp();
        code_.emit(Opcode::GetLen, t, subject);
        code_.load_int(wanted, count);
        code_.jump(Opcode::JumpUnlessGe, failed, t, wanted);
    }
    if (count <= kChunk) {
        Mark mark(*this);
        Register base = next_temp_;
        for (MatchMappingItem* item : p->items) expression(item->key, temp());
        code_.at(p);
        code_.emit(Opcode::BuildTuple, keys, count ? base : 0, count);
    } else {
        code_.emit(Opcode::BuildList, keys, keys, 0);
        for (MatchMappingItem* item : p->items) {
            Mark mark(*this);
            code_.emit(Opcode::ListAppend, keys, operand(item->key));
        }
        code_.emit(Opcode::ListToTuple, keys, keys);
    }
    if (count) {
        code_.emit(Opcode::MatchKeys, values, subject, keys);
        code_.jump(Opcode::JumpIfNone, failed, values);
        SubPatterns parts(*this, values);
        for (MatchMappingItem* item : p->items) parts.match(item->pattern, failed);
    }
    if (p->rest && p->rest->symbol) {
        code_.emit(Opcode::MatchRest, t, subject, keys);
        capture(p->rest->symbol, t);
    }
}

void Emitter::class_pattern(ClassPattern* p, Register subject, Label& failed) {
    Register base = temps(3), t = temp();
    move(base, subject);
    expression(p->cls, base + 1);
    u32 positional = p->positional.count, count = positional + p->keywords.count;
    if (positional > 0xff) return syntax_error(p, "too many positional sub-patterns");
    auto names = new_tuple(in_, p->keywords.count);
    if (!names) return code_.fail();
    u32 i = 0;
    for (MatchKeyword* k : p->keywords) {
        Str* name = code_.text(k->name);
        if (!name) return;
        names.take()->items_[i++] = name;
    }
    code_.load_constant(base + 2, names.take());
    code_.at(p);
    code_.emit(Opcode::MatchClass, t, base, positional);
    code_.jump(Opcode::JumpIfNone, failed, t);
    if (!count) return;
    SubPatterns parts(*this, t);
    for (Pattern* item : p->positional) parts.match(item, failed);
    for (MatchKeyword* k : p->keywords) parts.match(k->pattern, failed);
}

void Emitter::or_pattern(GroupPattern* p, Register subject, Label& failed) {
    Label matched;
    Assigned before = assigned_, at_match = Assigned::all();
    for (Pattern* alternative : p->items) {
        assigned_ = before;
        if (!alternative->next) {
            pattern(alternative, subject, failed);
            at_match.meet(assigned_);
            break;
        }
        Label next;
        pattern(alternative, subject, next);
        at_match.meet(assigned_);
        code_.jump(Opcode::Jump, matched);
        code_.bind(next);
    }
    assigned_ = at_match;
    code_.bind(matched);
}

}  // namespace krait
