// try, except, finally, with.
//
// A handler begins with EnterHandler, which makes its exception the one that is being handled, and
// whatever way it is left, LeaveHandler puts back the one before: at its end, on return and break
// (leave_block), and when it raises (rethrow_cleanup).
#include "compiler/emitter.hpp"

namespace krait {

void Emitter::try_statement(TryStmt* s) {
    code_.mark(s, false);
    if (!s->finally.empty()) return try_finally(s);
    if (s->is_star) return try_star(s);
    try_except(s);
}

// The end of the road for exceptions raised inside a handler.
void Emitter::rethrow_cleanup(Label& label, Register saved, Register exception) {
    code_.bind(label);
    code_.emit(Opcode::LeaveHandler, saved);
    code_.emit(Opcode::Reraise, exception);
}

void Emitter::try_finally(TryStmt* s) {
    Register exception = temp(), saved = temp(), second = temp();
    Label handler, cleanup, end;
    Assigned before = assigned_;
    BlockContext body(BlockContext::Kind::Finally);
    body.finally = s->finally;
    push(body);
    open_guard(body, handler, exception);
    if (s->handlers.empty()) {
        block(s->body);
    } else {
        TryStmt inner = *s;
        inner.finally = {};
        Mark mark(*this);
        try_statement(&inner);
    }
    close_guard(body);
    pop();
    // The normal way.
    block(s->finally);
    bool reaches_end = reachable_;
    Assigned at_end = assigned_;
    if (reaches_end) code_.jump(Opcode::Jump, end);
    // The exceptional way.
    reachable_ = true;
    assigned_ = before;
    code_.bind(handler);
    code_.emit(Opcode::EnterHandler, saved, exception);
    BlockContext handling(BlockContext::Kind::Handler);
    handling.saved = saved;
    handling.exception = exception;
    push(handling);
    open_guard(handling, cleanup, second);
    block(s->finally);
    close_guard(handling);
    pop();
    if (reachable_) {
        code_.emit(Opcode::LeaveHandler, saved);
        code_.emit(Opcode::Reraise, exception);
    }
    rethrow_cleanup(cleanup, saved, second);
    reachable_ = reaches_end;
    assigned_ = at_end;
    code_.bind(end);
}

void Emitter::except_body(ExceptHandler* h, Register exception, Register saved) {
    (void)saved;
    if (!h->symbol) return block(h->body);
    // The name goes away at the end of the clause, however that is reached.
    Label raised;
    Register second = temp();
    store(h->symbol, exception);
    BlockContext named(BlockContext::Kind::ExceptName);
    named.name = h->symbol;
    push(named);
    open_guard(named, raised, second);
    block(h->body);
    close_guard(named);
    pop();
    Label done;
    bool reaches_end = reachable_;
    Assigned at_end = assigned_;
    if (reaches_end) {
        leave_block(named);
        code_.jump(Opcode::Jump, done);
    }
    code_.bind(raised);
    leave_block(named);
    code_.emit(Opcode::Reraise, second);
    code_.bind(done);
    reachable_ = reaches_end;
    assigned_ = at_end;
}

void Emitter::except_clauses(TryStmt* s, Register exception, Register saved, Label& end,
                             Assigned& at_end, bool& reaches_end) {
    Assigned before = assigned_;
    bool catches_all = false;
    for (ExceptHandler* h : s->handlers) {
        Label next;
        assigned_ = before;
        reachable_ = true;
        if (h->type) {
            Mark mark(*this);
            Register hit = temp(), cls = operand(h->type);
            code_.at(h->type);
            code_.emit(Opcode::MatchException, hit, exception, cls);
            code_.jump(Opcode::JumpIfFalse, next, hit);
        } else {
            catches_all = true;
        }
        {
            Mark mark(*this);
            except_body(h, exception, saved);
        }
        if (reachable_) {
            code_.emit(Opcode::LeaveHandler, saved);
            code_.jump(Opcode::Jump, end);
            at_end.meet(assigned_);
            reaches_end = true;
        }
        code_.bind(next);
    }
    reachable_ = true;
    if (catches_all) return;
    code_.emit(Opcode::LeaveHandler, saved);
    code_.emit(Opcode::Reraise, exception);
}

void Emitter::try_except(TryStmt* s) {
    Register exception = temp(), saved = temp(), second = temp();
    Label handler, cleanup, end;
    Assigned before = assigned_;
    BlockContext body(BlockContext::Kind::Iterator);
    push(body);
    open_guard(body, handler, exception);
    block(s->body);
    close_guard(body);
    pop();
    if (reachable_) block(s->orelse);
    bool reaches_end = reachable_;
    Assigned at_end = assigned_;
    if (reaches_end) code_.jump(Opcode::Jump, end);
    reachable_ = true;
    assigned_ = before;
    code_.bind(handler);
    code_.at(s->handlers.first);
    code_.emit(Opcode::EnterHandler, saved, exception);
    BlockContext handling(BlockContext::Kind::Handler);
    handling.saved = saved;
    handling.exception = exception;
    push(handling);
    open_guard(handling, cleanup, second);
    except_clauses(s, exception, saved, end, at_end, reaches_end);
    close_guard(handling);
    pop();
    rethrow_cleanup(cleanup, saved, second);
    reachable_ = reaches_end;
    assigned_ = at_end;
    code_.bind(end);
}

// --- except*
// ---------------------------------------------------------------------------------------

// Runs the clause for the part of `rest` that is of its class, and leaves the other part in `rest`.
// What the clause raises goes to the list `raised`.
void Emitter::star_clause(ExceptHandler* h, Register rest, Register raised) {
    Label next, failed;
    Register matched = temps(2), saved = temp(), second = temp();
    {
        Mark mark(*this);
        Register cls = operand(h->type);
        code_.at(h->type);
        code_.emit(Opcode::MatchGroup, matched, rest, cls);
    }
    move(rest, matched + 1);
    code_.jump(Opcode::JumpIfNone, next, matched);
    code_.emit(Opcode::EnterHandler, saved, matched);
    BlockContext handling(BlockContext::Kind::Handler);
    handling.saved = saved;
    handling.exception = matched;
    push(handling);
    open_guard(handling, failed, second);
    {
        Mark mark(*this);
        except_body(h, matched, saved);
    }
    close_guard(handling);
    pop();
    if (reachable_) {
        code_.emit(Opcode::LeaveHandler, saved);
        code_.jump(Opcode::Jump, next);
    }
    reachable_ = true;
    code_.bind(failed);
    code_.emit(Opcode::LeaveHandler, saved);
    code_.emit(Opcode::ListAppend, raised, second);
    code_.bind(next);
}

void Emitter::try_star(TryStmt* s) {
    Register original = temp(), saved = temp(), second = temp(), rest = temp(), raised = temp();
    Label handler, cleanup, end, swallowed;
    Assigned before = assigned_;
    BlockContext body(BlockContext::Kind::Iterator);
    push(body);
    open_guard(body, handler, original);
    block(s->body);
    close_guard(body);
    pop();
    if (reachable_) block(s->orelse);
    Assigned at_end = assigned_;
    if (reachable_) code_.jump(Opcode::Jump, end);
    reachable_ = true;
    assigned_ = before;
    code_.bind(handler);
    code_.emit(Opcode::EnterHandler, saved, original);
    BlockContext handling(BlockContext::Kind::Handler);
    handling.saved = saved;
    handling.exception = original;
    push(handling);
    open_guard(handling, cleanup, second);
    move(rest, original);
    code_.emit(Opcode::BuildList, raised, 0, 0);
    for (ExceptHandler* h : s->handlers) {
        Mark mark(*this);
        assigned_ = before;
        star_clause(h, rest, raised);
    }
    code_.emit(Opcode::ListAppend, raised, rest);
    code_.emit(Opcode::RegroupStar, rest, original, raised);
    close_guard(handling);
    pop();
    code_.emit(Opcode::LeaveHandler, saved);
    code_.jump(Opcode::JumpIfNone, swallowed, rest);
    code_.emit(Opcode::Reraise, rest);
    rethrow_cleanup(cleanup, saved, second);
    code_.bind(swallowed);
    code_.bind(end);
    reachable_ = true;
    assigned_ = before;
    assigned_.meet(at_end);
}

// --- with
// ------------------------------------------------------------------------------------------

// Calls __exit__ for the exception (or None) and awaits the answer where that is needed.
void Emitter::with_exit(BlockContext& b, Register exception, Register dst) {
    code_.emit(Opcode::WithExit, dst, b.exit, exception);
    if (b.kind == BlockContext::Kind::AsyncWith) await_value(dst, dst);
}

// One item; the items behind it and the body are inside of it.
void Emitter::with_statement(WithStmt* s, WithItem* item) {
    if (!item) return block(s->body);
    if (!enter(item)) return;
    Mark mark(*this);
    Register base = temps(2), exception = temp(), saved = temp(), second = temp(), answer = temp();
    Label handler, cleanup, swallowed, end;
    {
        Mark inner(*this);
        Register manager = operand(item->context);
        code_.at(item->context);
        if (s->is_async) {
            code_.emit(Opcode::AsyncWithEnter, base, manager);
            Register entered = temp();
            delegate(entered, base + 1);
            move(base + 1, entered);
        } else {
            code_.emit(Opcode::WithEnter, base, manager);
        }
    }
    Assigned before = assigned_;
    BlockContext body(s->is_async ? BlockContext::Kind::AsyncWith : BlockContext::Kind::With);
    body.exit = base;
    body.node = item->context;
    push(body);
    open_guard(body, handler, exception);
    if (item->target) target(item->target, base + 1);
    with_statement(s, static_cast<WithItem*>(item->next));
    close_guard(body);
    pop();
    bool reaches_end = reachable_;
    Assigned at_end = assigned_;
    if (reaches_end) {
        leave_block(body);
        code_.jump(Opcode::Jump, end);
    }
    reachable_ = true;
    code_.bind(handler);
    code_.at(item->context);
    code_.emit(Opcode::EnterHandler, saved, exception);
    BlockContext handling(BlockContext::Kind::Handler);
    handling.saved = saved;
    handling.exception = exception;
    push(handling);
    open_guard(handling, cleanup, second);
    with_exit(body, exception, answer);
    code_.jump(Opcode::JumpIfTrue, swallowed, answer);
    close_guard(handling);
    pop();
    code_.emit(Opcode::LeaveHandler, saved);
    code_.emit(Opcode::Reraise, exception);
    rethrow_cleanup(cleanup, saved, second);
    code_.bind(swallowed);
    code_.emit(Opcode::LeaveHandler, saved);
    code_.bind(end);
    assigned_ = before;
    if (reaches_end) assigned_.meet(at_end);
}

}  // namespace krait
