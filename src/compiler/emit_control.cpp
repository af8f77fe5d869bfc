// Branches, loops, and leaving blocks early.
#include "compiler/emitter.hpp"

namespace krait {

void Emitter::unreachable() {
    reachable_ = false;
    assigned_ = Assigned::all();
}

void Emitter::if_statement(IfStmt* s) {
    Label end;
    Assigned at_end = Assigned::all();
    bool reaches_end = false;
    for (IfBranch* b : s->branches) {
        const int known = truth_of(b->test);
        if (known == 0) continue;
        Label next;
        if (known < 0) jump_if(b->test, false, next);
        Assigned after_test = assigned_;
        block(b->body);
        bool last = known > 0 || (!b->next && s->orelse.empty());
        if (reachable_) {
            at_end.meet(assigned_);
            reaches_end = true;
            if (!last) code_.jump(Opcode::Jump, end);
        }
        reachable_ = known < 0;
        assigned_ = after_test;
        code_.bind(next);
        if (!reachable_) break;
    }
    block(s->orelse);
    if (reachable_) at_end.meet(assigned_);
    reachable_ = reachable_ || reaches_end;
    assigned_ = at_end;
    code_.bind(end);
}

// --- loops ---------------------------------------------------------------------------------------

void Emitter::push(BlockContext& b) {
    b.outer = blocks_;
    blocks_ = &b;
}

void Emitter::loop_body(Block body, BlockContext& loop) {
    push(loop);
    block(body);
    pop();
}

// Behind the loop: its else part, and the place that `break` leads to. `can_exit`: the loop can end
// otherwise than by break.
void Emitter::loop_end(Block orelse, BlockContext& loop, const Assigned& at_exit, bool can_exit) {
    reachable_ = can_exit;
    assigned_ = at_exit;
    block(orelse);
    bool broken = loop.break_label->uses != nullptr;
    if (broken) {
        if (reachable_)
            assigned_.meet(loop.at_break);
        else
            assigned_ = loop.at_break;
        reachable_ = true;
    }
    code_.bind(*loop.break_label);
}

void Emitter::while_statement(WhileStmt* s) {
    Label top, exit, end;
    BlockContext loop(BlockContext::Kind::Loop);
    loop.break_label = &end;
    loop.continue_label = &top;
    code_.bind(top);
    bool forever = truth_of(s->test) > 0;
    if (forever)
        code_.mark(s, false);  // for tracers: each round begins there
    else
        jump_if(s->test, false, exit);
    Assigned at_exit = assigned_;
    loop_body(s->body, loop);
    if (reachable_) {
        code_.at(s);
        code_.jump(Opcode::Loop, top);
    }
    code_.bind(exit);
    loop_end(s->orelse, loop, at_exit, !forever);
}

void Emitter::for_statement(ForStmt* s) {
    Label top, exit, end;
    BlockContext loop(BlockContext::Kind::Loop);
    loop.break_label = &end;
    loop.continue_label = &top;
    Register iterator = temps(kLoopRegisters);
    begin_loop(s->iterable, false, iterator);
    Register item = target_register(s->target);
    bool direct = item != kNoRegister;
    if (!direct) item = temp();
    code_.bind(top);
    Assigned at_exit = assigned_;
    code_.at(s->iterable);
    code_.jump(Opcode::ForIter, exit, item, iterator);
    if (direct)
        mark_assigned(s->target->as<NameExpr>()->symbol);
    else
        target(s->target, item);
    loop_body(s->body, loop);
    if (reachable_) {
        code_.at(s);
        code_.jump(Opcode::Loop, top);
    }
    code_.bind(exit);
    loop_end(s->orelse, loop, at_exit, true);
}

void Emitter::async_for(ForStmt* s) {
    Label top, exhausted, end;
    BlockContext loop(BlockContext::Kind::Loop);
    loop.break_label = &end;
    loop.continue_label = &top;
    Register iterator = temp();
    {
        Mark mark(*this);
        iterate(s->iterable, true, iterator);
    }
    Register item = temp(), exception = next_temp_ + 2;
    code_.bind(top);
    Assigned at_exit = assigned_;
    async_step(iterator, item, exhausted, s->iterable);
    target(s->target, item);
    loop_body(s->body, loop);
    if (reachable_) {
        code_.at(s);
        code_.jump(Opcode::Loop, top);
    }
    reachable_ = true;
    end_async_step(exhausted, exception);
    loop_end(s->orelse, loop, at_exit, true);
}

// --- leaving blocks ------------------------------------------------------------------------------

void Emitter::begin_guarded(BlockContext& b, Label& handler, Register exception) {
    push(b);
    b.guard = &handler;
    b.guard_exception = exception;
    b.guard_start = code_.offset();
    b.guard_open = true;
}

void Emitter::close_guard(BlockContext& b) {
    if (!b.guard_open) return;
    code_.add_handler(b.guard_start, code_.offset(), *b.guard, b.guard_exception);
    b.guard_open = false;
}

void Emitter::end_guarded(BlockContext& b) {
    close_guard(b);
    pop();
}

// What has to be done when control goes out of the block, which is no longer in force.
void Emitter::leave_block(BlockContext& b) {
    using Kind = BlockContext::Kind;
    Mark mark(*this);
    switch (b.kind) {
        case Kind::Finally: block(b.finally); break;
        case Kind::Handler: code_.emit(Opcode::LeaveHandler, b.saved); break;
        case Kind::With:
        case Kind::AsyncWith: {
            Register nothing = temp(), ignored = temp();
            code_.at(b.node);
            code_.emit(Opcode::LoadNone, nothing);
            with_exit(b, nothing, ignored);
            break;
        }
        case Kind::ExceptName: {
            Register t = temp();
            code_.emit(Opcode::LoadNone, t);
            store(b.name, t);
            remove(b.name);
            break;
        }
        default: break;
    }
}

// Cleans up from the innermost block out to `until`, which stays. While a block's cleanup runs,
// neither its guard nor those inside of it are in force; reopen_guards() puts them into force again
// for the code that follows.
void Emitter::leave_blocks(BlockContext* until) {
    BlockContext* innermost = blocks_;
    for (BlockContext* b = innermost; b != until && reachable_; b = b->outer) {
        close_guard(*b);
        blocks_ = b->outer;
        leave_block(*b);
    }
    blocks_ = innermost;
}

void Emitter::reopen_guards(BlockContext* until) {
    for (BlockContext* b = blocks_; b != until; b = b->outer) {
        if (!b->guard || b->guard_open) continue;  // open: the way out ended inside of it
        b->guard_start = code_.offset();
        b->guard_open = true;
    }
}

void Emitter::jump_out(Stmt* s) {
    BlockContext* loop = blocks_;
    while (loop && loop->kind != BlockContext::Kind::Loop) loop = loop->outer;
    if (!loop) return syntax_error(s, "'break' outside loop");
    Assigned before = assigned_;
    leave_blocks(loop);
    if (reachable_) {
        if (s->is(NodeKind::Break)) {
            loop->at_break.meet(before);
            code_.jump(Opcode::Jump, *loop->break_label);
        } else {
            code_.at(s);
            code_.jump(Opcode::Loop, *loop->continue_label);
        }
    }
    reopen_guards(loop);
    unreachable();
}

}  // namespace krait
