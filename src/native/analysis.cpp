#include "native/analysis.hpp"

#include <algorithm>

#include "native/runtime.hpp"
#include "vm/slow.hpp"

namespace krait::native {

namespace {

constexpr u32 kNowhere = ~u32{0};
constexpr int kPasses = 6;  // before what does not settle is taken to vary

// Control leaves the machine code here, or comes back from elsewhere behind it.
bool is_followed_by_entry(const Instruction& insn) {
    return runtime::is_call(insn.op) || insn.op == Opcode::LoadAttr || insn.op == Opcode::ForIter ||
           (insn.falls_through() && !insn.jumps && !runtime::knows(insn.op) &&
            insn.info().effects & OpEffect::MayCall);
}

}  // namespace

bool Analysis::run(u32 int_registers, u32 float_registers) {
    registers_ = code_->registers;
    if (registers_ > kNearRegisters || code_->has(kUsesLocals) || code_->has(kClassBody))
        return false;
    if (!find_blocks()) return false;
    find_loops();
    find_liveness();
    if (!find_kinds()) return false;
    find_clean_loops();
    // Generators go in and out of the code all the time: that pays only if they compute.
    if (code_->flags & (kGenerator | kCoroutine)) {
        bool computes = false;
        for (const Block& block : blocks()) computes |= block.in_registers;
        if (!computes) return false;
    }
    return assign(int_registers, float_registers);
}

bool Analysis::find_blocks() {
    const u32 size = code_->size;
    index_ = arena_.array<u32>(size + 1);
    u8* marks = arena_.array<u8>(size + 1);  // 1: a block begins, 2: an entry
    if (arena_.failed()) return false;
    std::fill_n(index_, size + 1, kNowhere);
    marks[0] = 3;
    for (u32 at = 0; at < size;) {
        const Instruction insn(code_, at);
        if (insn.jumps) marks[insn.target] |= insn.target <= at ? 3 : 1;
        if (insn.jumps || !insn.falls_through()) marks[insn.next] |= 1;
        if (is_followed_by_entry(insn)) marks[insn.next] |= 3;
        at = insn.next;
    }
    for (const Handler& h : code_->handler_table()) marks[h.target] |= 1;
    for (u32 at = 0; at < size; ++at) block_count_ += marks[at] & 1;
    blocks_ = arena_.array<Block>(block_count_);
    if (arena_.failed()) return false;
    u32 n = 0;
    for (u32 at = 0; at < size; ++at) {
        if (!(marks[at] & 1)) continue;
        blocks_[n].start = at;
        blocks_[n].is_entry = marks[at] & 2;
        if (n) blocks_[n - 1].end = at;
        index_[at] = n++;
    }
    blocks_[n - 1].end = size;
    return true;
}

// The body of a loop is taken to be what stands between its head and the last jump back to it.
void Analysis::find_loops() {
    for (Block& from : blocks()) {
        for (u32 at = from.start; at < from.end;) {
            const Instruction insn(code_, at);
            if (insn.jumps && insn.target <= at) {
                block_at(insn.target).is_header = true;
                for (u32 b = index_[insn.target]; b < block_count_ && blocks_[b].start <= at; ++b)
                    if (blocks_[b].depth < 4) ++blocks_[b].depth;
            }
            at = insn.next;
        }
    }
}

RegisterSet Analysis::before(const Instruction& insn, RegisterSet live) const {
    RegisterSet reads, writes;
    registers_of(insn, reads, writes);
    live.remove(writes);
    live.add(reads);
    if (insn.info().effects & OpEffect::MayRaise)
        if (const Handler* h = slow::find_handler(code_, insn.at))
            live.add(blocks_[index_[h->target]].live);
    return live;
}

RegisterSet Analysis::live_out(const Block& block) const {
    RegisterSet live;
    u32 last = block.start;
    for (u32 at = block.start; at < block.end; at = Instruction(code_, at).next) last = at;
    const Instruction insn(code_, last);
    if (insn.jumps) live.add(blocks_[index_[insn.target]].live);
    if (insn.falls_through() && insn.next < code_->size) live.add(blocks_[index_[insn.next]].live);
    return live;
}

void Analysis::find_liveness() {
    for (bool changed = true; changed;) {
        changed = false;
        for (u32 b = block_count_; b-- > 0;) {
            u32 offsets[512];
            u32 n = 0;
            Block& block = blocks_[b];
            RegisterSet live = live_out(block);
            // From the back; long blocks in pieces.
            u32 end = block.end;
            while (end > block.start) {
                n = 0;
                for (u32 at = block.start; at < end; at = Instruction(code_, at).next)
                    offsets[n++ % 512] = at;
                const u32 piece = std::min<u32>(n, 512);
                for (u32 i = 0; i < piece; ++i) {
                    end = offsets[(n - 1 - i) % 512];
                    live = before(Instruction(code_, end), live);
                }
            }
            if (live == block.live) continue;
            block.live = live;
            changed = true;
        }
    }
}

bool Analysis::live_after(const Block& block, RegisterSet* out) const {
    u32 n = 0;
    for (u32 at = block.start; at < block.end; at = Instruction(code_, at).next) ++n;
    RegisterSet live = live_out(block);
    u32* offsets = arena_.array<u32>(n);
    if (!offsets) return false;
    u32 i = 0;
    for (u32 at = block.start; at < block.end; at = Instruction(code_, at).next) offsets[i++] = at;
    while (i-- > 0) {
        out[i] = live;
        live = before(Instruction(code_, offsets[i]), live);
    }
    return true;
}

const HeaderNote* Analysis::note_of(u32 offset, u32 reg) const {
    for (u32 i = 0; i < kMostNotes; ++i)
        if (notes_[i].failures && notes_[i].offset == offset && notes_[i].reg == reg)
            return &notes_[i];
    return nullptr;
}

// Brings what the block at `offset` begins with up to date with one way into it.
void Analysis::merge(u32 from, u32 offset, const Kind* kinds) {
    Block& to = block_at(offset);
    const bool is_back = offset <= from;
    Kind* seen = is_back ? fresh_kinds_[index_[offset]] : to.kinds;
    for (u32 r = 0; r < registers_; ++r) {
        if (seen[r] == Kind::Unseen)
            seen[r] = kinds[r];
        else if (kinds[r] != Kind::Unseen && kinds[r] != seen[r])
            seen[r] = Kind::Any;
    }
    if (!is_back) to.is_reachable = true;
}

// One pass over the block: kinds at its end go to where it leads.
void Analysis::flow(u32 b) {
    Block& block = blocks_[b];
    Kind* kinds = scratch_;
    std::copy_n(block.kinds, registers_, kinds);
    for (u32 at = block.start; at < block.end;) {
        const Instruction insn(code_, at);
        const Site& site = sites_[at];
        if (insn.jumps) {
            Kind* jumped = scratch_ + registers_;
            std::copy_n(kinds, registers_, jumped);
            apply_jump(code_, insn, site, jumped);
            merge(at, insn.target, jumped);
        }
        apply(code_, insn, site, kinds);
        // A range() that is none goes on in the interpreter: else no loop would count in ints.
        if (insn.next >= block.end && insn.falls_through() && insn.next < code_->size &&
            insn.op != Opcode::BeginRange)
            merge(at, insn.next, kinds);
        at = insn.next;
    }
}

// Whether the edges back brought something new to the head of a loop.
bool Analysis::take_fresh(u32 b, bool settle) {
    bool changed = false;
    for (u32 r = 0; r < registers_; ++r) {
        Kind& old = back_kinds_[b][r];
        Kind fresh = fresh_kinds_[b][r];
        if (settle && old != Kind::Unseen && old != fresh) fresh = Kind::Any;
        changed |= old != fresh;
        old = fresh;
    }
    return changed;
}

bool Analysis::find_kinds() {
    back_kinds_ = arena_.array<Kind*>(block_count_);
    fresh_kinds_ = arena_.array<Kind*>(block_count_);
    scratch_ = arena_.array<Kind>(2 * registers_ + 1);
    if (arena_.failed()) return false;
    for (u32 b = 0; b < block_count_; ++b) {
        blocks_[b].kinds = arena_.array<Kind>(registers_ + 1);
        if (!blocks_[b].is_header) continue;
        back_kinds_[b] = arena_.array<Kind>(registers_ + 1);
        fresh_kinds_[b] = arena_.array<Kind>(registers_ + 1);
    }
    if (arena_.failed()) return false;
    bool changed = true;
    for (int pass = 0; changed && pass < 4 * kPasses; ++pass) {
        changed = false;
        const bool settle = pass >= kPasses;
        for (Block& block : blocks()) std::fill_n(block.kinds, registers_, Kind::Unseen);
        for (Block& block : blocks()) block.is_reachable = false;
        blocks_[0].is_reachable = true;
        std::fill_n(blocks_[0].kinds, code_->parameter_count(), Kind::Any);
        for (const Handler& h : code_->handler_table()) {
            block_at(h.target).is_reachable = true;
            std::fill_n(block_at(h.target).kinds, registers_, Kind::Any);
        }
        for (u32 b = 0; b < block_count_; ++b) {
            Block& block = blocks_[b];
            if (!block.is_reachable) continue;
            if (block.is_header) join(block, back_kinds_[b], settle);
            flow(b);
        }
        for (u32 b = 0; b < block_count_; ++b) {
            if (!blocks_[b].is_header) continue;
            changed |= take_fresh(b, settle);
            std::fill_n(fresh_kinds_[b], registers_, Kind::Unseen);
        }
    }
    return !changed;
}

// The head of a loop: what the loop itself brings counts for more than what it begins with, for it
// is so in all rounds but the first, which the interpreter can do.
void Analysis::join(Block& block, const Kind* back, bool settle) {
    for (u32 r = 0; r < registers_; ++r) {
        Kind& kind = block.kinds[r];
        if (const HeaderNote* note = note_of(block.start, r); note && note->kind != Kind::Unseen) {
            kind = note->kind;
        } else if (back[r] == Kind::Unseen || kind == back[r]) {
            continue;
        } else if (kind == Kind::Unseen || (is_unboxed(back[r]) && !settle)) {
            kind = back[r];
        } else {
            kind = kind == Kind::Any && is_unboxed(back[r]) ? back[r] : Kind::Any;
        }
    }
}

bool Analysis::is_clean(const Block& block) {
    Kind* kinds = scratch_;
    std::copy_n(block.kinds, registers_, kinds);
    u32 last = block.start;
    for (u32 at = block.start; at < block.end; at = Instruction(code_, at).next) last = at;
    // What ends in an exception or leaves the function is not what the loop does all the time.
    const Instruction end(code_, last);
    if (!end.falls_through() && !end.jumps) return true;
    for (u32 at = block.start; at < block.end;) {
        const Instruction insn(code_, at);
        if (!keeps_registers(insn, sites_[at], kinds)) return false;
        apply(code_, insn, sites_[at], kinds);
        at = insn.next;
    }
    return true;
}

void Analysis::find_clean_loops() {
    for (u32 b = 0; b < block_count_; ++b) {
        const Block& from = blocks_[b];
        for (u32 at = from.start; at < from.end;) {
            const Instruction insn(code_, at);
            if (insn.jumps && insn.target <= at) {
                bool clean = true;
                for (u32 i = index_[insn.target]; i <= b && clean; ++i)
                    clean = !blocks_[i].is_reachable || is_clean(blocks_[i]);
                for (u32 i = index_[insn.target]; i <= b && clean; ++i)
                    blocks_[i].in_registers = true;
            }
            at = insn.next;
        }
    }
}

void Analysis::count_uses(u32* weights, bool* ints, bool* floats) {
    const auto look = [&](const Kind* kinds) {
        for (u32 r = 0; r < registers_; ++r) {
            ints[r] |= kinds[r] == Kind::Int || is_wordy(kinds[r]);
            floats[r] |= kinds[r] == Kind::Float;
        }
    };
    static constexpr u32 kWeights[] = {1, 8, 64, 512, 4096};
    for (const Block& block : blocks()) {
        if (!block.is_reachable) continue;
        Kind* kinds = scratch_;
        std::copy_n(block.kinds, registers_, kinds);
        look(kinds);
        for (u32 at = block.start; at < block.end;) {
            const Instruction insn(code_, at);
            RegisterSet reads, writes;
            registers_of(insn, reads, writes);
            may_write(insn, writes);
            const auto count = [&](u32 r) {
                if (r < registers_) weights[r] += kWeights[block.depth];
            };
            reads.each(count);
            writes.each(count);
            if (insn.jumps) {
                Kind* jumped = scratch_ + registers_;
                std::copy_n(kinds, registers_, jumped);
                apply_jump(code_, insn, sites_[at], jumped);
                look(jumped);
            }
            apply(code_, insn, sites_[at], kinds);
            look(kinds);
            at = insn.next;
        }
    }
}

void Analysis::find_conflicts(RegisterSet* conflicts) {
    for (const Block& block : blocks()) {
        if (!block.is_reachable) continue;
        u32 n = 0;
        for (u32 at = block.start; at < block.end; at = Instruction(code_, at).next) ++n;
        RegisterSet* after = arena_.array<RegisterSet>(n);
        if (!after || !live_after(block, after)) return;
        const auto together = [&](const RegisterSet& set) {
            set.each([&](u32 r) {
                if (r < registers_) conflicts[r].add(set);
            });
        };
        together(block.live);
        u32 i = 0;
        for (u32 at = block.start; at < block.end; ++i) {
            const Instruction insn(code_, at);
            // Operands may be put into registers while the result is made.
            RegisterSet set = after[i], reads, writes;
            may_write(insn, set);
            together(set);
            registers_of(insn, reads, writes);
            RegisterSet around = before(insn, after[i]);
            together(around);
            at = insn.next;
        }
    }
}

bool Analysis::assign(u32 int_registers, u32 float_registers) {
    ints_ = arena_.array<u8>(registers_ + 1);
    floats_ = arena_.array<u8>(registers_ + 1);
    u32* weights = arena_.array<u32>(registers_ + 1);
    bool* is_int = arena_.array<bool>(registers_ + 1);
    bool* is_float = arena_.array<bool>(registers_ + 1);
    u8* order = arena_.array<u8>(registers_ + 1);
    RegisterSet* conflicts = arena_.array<RegisterSet>(registers_ + 1);
    if (arena_.failed()) return false;
    count_uses(weights, is_int, is_float);
    find_conflicts(conflicts);
    for (u32 r = 0; r < registers_; ++r) order[r] = static_cast<u8>(r);
    std::sort(order, order + registers_, [&](u8 a, u8 b) {
        return weights[a] != weights[b] ? weights[a] > weights[b] : a < b;
    });
    const auto color = [&](const bool* wanted, u8* places, u32 count) {
        std::fill_n(places, registers_, kNoMachineRegister);
        for (u32 i = 0; i < registers_; ++i) {
            const u8 r = order[i];
            if (!wanted[r]) continue;
            u32 taken = 0;
            conflicts[r].each([&](u32 other) {
                if (other < registers_ && other != r && places[other] != kNoMachineRegister)
                    taken |= u32{1} << places[other];
            });
            for (u32 place = 0; place < count; ++place) {
                if (taken >> place & 1) continue;
                places[r] = static_cast<u8>(place);
                break;
            }
        }
    };
    color(is_int, ints_, int_registers);
    color(is_float, floats_, float_registers);
    return !arena_.failed();
}

}  // namespace krait::native
