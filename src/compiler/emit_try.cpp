// try, except, finally, with.
//
// A handler begins with EnterHandler, which makes its exception the one that is being handled, and
// whatever way it is left, LeaveHandler puts back the one before: at its end, on return and break
// (leave_block), and when it raises (reraise_second).
#include "compiler/emitter.hpp"

namespace krait {

void Emitter::try_statement(TryStmt* s) {
    code_.mark(s, false);
    if (!s->finally.empty()) return try_finally(s);
    if (s->is_star) return try_star(s);
    try_except(s);
}

void Emitter::begin_handling(Handling& h) {
    code_.emit(Opcode::EnterHandler, h.saved, h.exception);
    h.block.saved = h.saved;
    begin_guarded(h.block, h.cleanup, h.second);
}

void Emitter::reraise(const Handling& h, Register exception) {
    code_.emit(Opcode::LeaveHandler, h.saved);
    code_.emit(Opcode::Reraise, exception);
}

// The end of the road for exceptions raised inside a handler.
void Emitter::reraise_second(Handling& h) {
    code_.bind(h.cleanup);
    reraise(h, h.second);
}

void Emitter::try_finally(TryStmt* s) {
    Handling h{.exception = temp(), .saved = temp(), .second = temp()};
    Label handler, end;
    Assigned before = assigned_;
    BlockContext body(BlockContext::Kind::Finally);
    body.finally = s->finally;
    begin_guarded(body, handler, h.exception);
    if (s->handlers.empty()) {
        block(s->body);
    } else {
        TryStmt inner = *s;
        inner.finally = {};
        Mark mark(*this);
        try_statement(&inner);
    }
    end_guarded(body);
    // The normal way.
    block(s->finally);
    bool reaches_end = reachable_;
    Assigned at_end = assigned_;
    if (reaches_end) code_.jump(Opcode::Jump, end);
    // The exceptional way.
    reachable_ = true;
    assigned_ = before;
    code_.bind(handler);
    begin_handling(h);
    block(s->finally);
    end_guarded(h.block);
    if (reachable_) reraise(h, h.exception);
    reraise_second(h);
    reachable_ = reaches_end;
    assigned_ = at_end;
    code_.bind(end);
}

void Emitter::except_body(ExceptHandler* h, Register exception) {
    if (!h->symbol) return block(h->body);
    // The name goes away at the end of the clause, however that is reached.
    Label raised;
    Register second = temp();
    store(h->symbol, exception);
    BlockContext named(BlockContext::Kind::ExceptName);
    named.name = h->symbol;
    begin_guarded(named, raised, second);
    block(h->body);
    end_guarded(named);
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

void Emitter::except_clauses(TryStmt* s, const Handling& handling, Label& end, Assigned& at_end,
                             bool& reaches_end) {
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
            code_.emit(Opcode::MatchException, hit, handling.exception, cls);
            code_.jump(Opcode::JumpIfFalse, next, hit);
        } else {
            catches_all = true;
        }
        {
            Mark mark(*this);
            except_body(h, handling.exception);
        }
        if (reachable_) {
            code_.emit(Opcode::LeaveHandler, handling.saved);
            code_.jump(Opcode::Jump, end);
            at_end.meet(assigned_);
            reaches_end = true;
        }
        code_.bind(next);
    }
    reachable_ = true;
    if (!catches_all) code_.emit(Opcode::Reraise, handling.exception);  // to its cleanup
}

void Emitter::try_except(TryStmt* s) {
    Handling h{.exception = temp(), .saved = temp(), .second = temp()};
    Label handler, end;
    Assigned before = assigned_;
    BlockContext body(BlockContext::Kind::Iterator);
    begin_guarded(body, handler, h.exception);
    block(s->body);
    end_guarded(body);
    if (reachable_) block(s->orelse);
    bool reaches_end = reachable_;
    Assigned at_end = assigned_;
    if (reaches_end) code_.jump(Opcode::Jump, end);
    reachable_ = true;
    assigned_ = before;
    code_.bind(handler);
    code_.at(s->handlers.first);
    begin_handling(h);
    except_clauses(s, h, end, at_end, reaches_end);
    end_guarded(h.block);
    reraise_second(h);
    reachable_ = reaches_end;
    assigned_ = at_end;
    code_.bind(end);
}

// --- except* -------------------------------------------------------------------------------------

// Runs the clause for the part of `rest` that is of its class, and leaves the other part in `rest`.
// What the clause raises goes to the list `raised`.
void Emitter::star_clause(ExceptHandler* clause, Register rest, Register raised) {
    Label next;
    const Register matched = temps(2);
    Handling h{.exception = matched, .saved = temp(), .second = temp()};
    {
        Mark mark(*this);
        Register cls = operand(clause->type);
        code_.at(clause->type);
        code_.emit(Opcode::MatchGroup, matched, rest, cls);
    }
    move(rest, matched + 1);
    code_.jump(Opcode::JumpIfNone, next, matched);
    begin_handling(h);
    {
        Mark mark(*this);
        except_body(clause, matched);
    }
    end_guarded(h.block);
    if (reachable_) {
        code_.emit(Opcode::LeaveHandler, h.saved);
        code_.jump(Opcode::Jump, next);
    }
    reachable_ = true;
    code_.bind(h.cleanup);
    code_.emit(Opcode::LeaveHandler, h.saved);
    code_.emit(Opcode::ListAppend, raised, h.second);
    code_.bind(next);
}

void Emitter::try_star(TryStmt* s) {
    Handling h{.exception = temp(), .saved = temp(), .second = temp()};
    const Register rest = temp(), raised = temp();
    Label handler, end, swallowed;
    Assigned before = assigned_;
    BlockContext body(BlockContext::Kind::Iterator);
    begin_guarded(body, handler, h.exception);
    block(s->body);
    end_guarded(body);
    if (reachable_) block(s->orelse);
    Assigned at_end = assigned_;
    if (reachable_) code_.jump(Opcode::Jump, end);
    reachable_ = true;
    assigned_ = before;
    code_.bind(handler);
    begin_handling(h);
    move(rest, h.exception);
    code_.emit(Opcode::BuildList, raised, 0, 0);
    for (ExceptHandler* clause : s->handlers) {
        Mark mark(*this);
        assigned_ = before;
        star_clause(clause, rest, raised);
    }
    code_.emit(Opcode::ListAppend, raised, rest);
    code_.emit(Opcode::RegroupStar, rest, h.exception, raised);
    end_guarded(h.block);
    code_.emit(Opcode::LeaveHandler, h.saved);
    code_.jump(Opcode::JumpIfNone, swallowed, rest);
    code_.emit(Opcode::Reraise, rest);
    reraise_second(h);
    code_.bind(swallowed);
    code_.bind(end);
    reachable_ = true;
    assigned_ = before;
    assigned_.meet(at_end);
}

// --- with ----------------------------------------------------------------------------------------

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
    const Register base = temps(2);
    Handling h{.exception = temp(), .saved = temp(), .second = temp()};
    const Register answer = temp();
    Label handler, swallowed, end;
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
    begin_guarded(body, handler, h.exception);
    if (item->target) target(item->target, base + 1);
    with_statement(s, static_cast<WithItem*>(item->next));
    end_guarded(body);
    bool reaches_end = reachable_;
    Assigned at_end = assigned_;
    if (reaches_end) {
        leave_block(body);
        code_.jump(Opcode::Jump, end);
    }
    reachable_ = true;
    code_.bind(handler);
    code_.at(item->context);
    begin_handling(h);
    with_exit(body, h.exception, answer);
    code_.jump(Opcode::JumpIfTrue, swallowed, answer);
    end_guarded(h.block);
    reraise(h, h.exception);
    reraise_second(h);
    code_.bind(swallowed);
    code_.emit(Opcode::LeaveHandler, h.saved);
    code_.bind(end);
    assigned_ = before;
    if (reaches_end) assigned_.meet(at_end);
}

}  // namespace krait
