// Comprehensions, which run in the frame around them, and generator expressions, which have one.
#include "compiler/emitter.hpp"
#include "objects/range.hpp"

namespace krait {

void Emitter::iterate(Expr* iterable, bool is_async, Register dst) {
    Register r = operand(iterable);
    code_.at(iterable);
    code_.emit(is_async ? Opcode::GetAsyncIter : Opcode::GetIter, dst, r);
}

// A call of a function named `range`, as far as BeginRange can take its arguments.
bool Emitter::is_range_call(Expr* e) const {
    if (!e->is(NodeKind::Call)) return false;
    auto* c = e->as<CallExpr>();
    return !c->has_star && !c->has_double_star && c->keyword_count == 0 &&
           c->arguments.count >= 1 && c->arguments.count <= 3 && c->function->is(NodeKind::Name) &&
           c->function->as<NameExpr>()->name->text == "range";
}

void Emitter::begin_loop(Expr* iterable, bool is_async, Register state) {
    Mark mark(*this);
    if (is_async || !is_range_call(iterable) || code_.is_far()) {
        if (is_async) return iterate(iterable, true, state);
        Register r = operand(iterable);
        code_.at(iterable);
        return code_.emit(Opcode::BeginFor, state, r);
    }
    auto* c = iterable->as<CallExpr>();
    Label begin;
    Register base = temp();
    if (native_type(iterable) == ViperType::Int)  // of native ints, whatever `range` is by then
        code_.load_constant(base, Value(&Range::kType));
    else
        expression(c->function, base);
    for (Expr* e : c->arguments) expression(e, temp());
    code_.at(iterable);
    code_.jump(Opcode::BeginRange, begin, state, base, c->arguments.count);
    code_.emit(Opcode::Call, state, base, c->arguments.count);
    code_.emit(Opcode::BeginFor, state, state);
    code_.bind(begin);
}

// Awaits the next item of an asynchronous iterator into dst. The step is guarded: its
// StopAsyncIteration leads to `exhausted`, which end_async_step() completes.
void Emitter::async_step(Register iterator, Register dst, Label& exhausted, const Node* where) {
    Mark mark(*this);
    u32 start = code_.offset();
    code_.at(where);
    Register awaitable = temp(), item = temp(), exception = temp();
    code_.emit(Opcode::GetAsyncNext, awaitable, iterator);
    delegate(item, awaitable);
    code_.add_handler(start, code_.offset(), exhausted, exception);
    move(dst, item);
}

// The handler of async_step: falls through if the iterator was exhausted.
void Emitter::end_async_step(Label& exhausted, Register exception) {
    Mark mark(*this);
    Label done;
    code_.bind(exhausted);
    Register hit = temp(), cls = temp();
    code_.load_constant(cls, Value(&kStopAsyncIteration));
    code_.emit(Opcode::MatchException, hit, exception, cls);
    code_.jump(Opcode::JumpIfTrue, done, hit);
    code_.emit(Opcode::Reraise, exception);
    code_.bind(done);
}

// What a comprehension does with each element.
void Emitter::element(ComprehensionExpr* e, Register result) {
    Mark mark(*this);
    if (e->is(NodeKind::DictComprehension)) {
        Register key = operand(e->element, e->value), value = operand(e->value);
        code_.at(e->element);
        return code_.emit(Opcode::DictAdd, result, key, value);
    }
    Register v = operand(e->element);
    code_.at(e->element);
    if (e->is(NodeKind::Generator)) {
        code_.emit(Opcode::Yield, temp(), v);
    } else {
        code_.emit(e->is(NodeKind::SetComprehension) ? Opcode::SetAdd : Opcode::ListAppend, result,
                   v);
    }
}

// One `for` clause, with all that stands behind it inside.
void Emitter::clause(ComprehensionExpr* e, ComprehensionFor* c, Register result,
                     Register iterator) {
    if (!enter(e)) return;
    Mark mark(*this);
    Label top, exhausted, skip;
    Register item = target_register(c->target);
    bool direct = item != kNoRegister;
    if (!direct) item = temp();
    Register exception = kNoRegister;
    code_.bind(top);
    if (c->is_async) {
        // The register that async_step names for the exception: two above what is taken now.
        exception = next_temp_ + 2;
        async_step(iterator, item, exhausted, c->iterable);
    } else {
        code_.at(c->iterable);
        code_.jump(Opcode::ForIter, exhausted, item, iterator);
    }
    if (!direct) target(c->target, item);
    Assigned before = assigned_;
    for (Expr* condition : c->conditions) jump_if(condition, false, skip);
    if (c->next) {
        auto* inner = static_cast<ComprehensionFor*>(c->next);
        Mark nested(*this);
        Register it = temps(kLoopRegisters);
        begin_loop(inner->iterable, inner->is_async, it);
        clause(e, inner, result, it);
    } else {
        element(e, result);
    }
    assigned_ = before;
    code_.bind(skip);
    code_.jump(Opcode::Loop, top);
    if (c->is_async)
        end_async_step(exhausted, exception);
    else
        code_.bind(exhausted);
}

void Emitter::comprehension(ComprehensionExpr* e, Register dst) {
    Mark mark(*this);
    Register result = temp(), iterator = temps(kLoopRegisters);
    auto* first = e->clauses.first;
    begin_loop(first->iterable, first->is_async, iterator);
    for (Symbol* s = e->scope->first_symbol; s; s = s->next) bind_temporary(s);
    Opcode build = e->is(NodeKind::ListComprehension)  ? Opcode::BuildList
                   : e->is(NodeKind::SetComprehension) ? Opcode::BuildSet
                                                       : Opcode::BuildDict;
    code_.at(e);
    code_.emit(build, result, 0, 0);
    Assigned before = assigned_;
    clause(e, first, result, iterator);
    assigned_ = before;
    forget_locals(e->scope);
    move(dst, result);
}

void Emitter::generator_expression(ComprehensionExpr* e, Register dst) {
    Mark mark(*this);
    auto code = emit_function(c_, this, e->scope);
    if (!code) return code_.fail();
    Register base = temps(2);
    code_.at(e);
    make_function(e->scope, code.take(), {}, nullptr, base);
    iterate(e->clauses.first->iterable, e->clauses.first->is_async, base + 1);
    code_.at(e);
    code_.emit(Opcode::Call, dst, base, 1);
}

}  // namespace krait
