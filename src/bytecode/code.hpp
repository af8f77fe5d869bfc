// Code: what the compiler makes of a function, class body or module, and the VM runs.
//
// A frame has `registers` registers: parameters first (positional, keyword-only, then *args and
// **kwargs), then the other locals, then temporaries. In a class body register 0 is the namespace.
// Tables that only errors and tools need (lines, handlers, names of locals) stand aside, so that a
// call touches just the header.
#pragma once

#include "bytecode/opcodes.hpp"
#include "core/collections.hpp"

namespace krait {

enum CodeFlag : u16 {
    kVarArgs = 1,      // has *args
    kVarKeywords = 2,  // has **kwargs
    kGenerator = 4,    // contains yield
    kCoroutine = 8,    // async def; with kGenerator: an async generator
    kClassBody = 16,   // register 0 is the namespace (class bodies, exec with locals)
    kUsesLocals = 32,  // calls locals(), eval() or exec(): the names of all locals matter
    kSimpleCall = 64,  // no *args, **kwargs, keyword-only, far variables: a call just copies
    kModuleBody = 128,
    kNative = 256,  // @micropython.native or viper: for a back end, where there is one
    kViper = 512,   // has native types (viper.hpp)
};

// An inline cache: what a Name operand found the last time. Which fields count depends on `kind`:
// for attributes an AttrLocation::Kind (attributes.hpp), for globals one of the two below.
struct InlineCache {
    static constexpr u16 kGlobalCell = 100;      // `cell`: where the value stands in the dict
    static constexpr u16 kGlobalConstant = 101;  // `target`: a built-in name
    const Object* key;  // shape of the receiver, or the globals dict; null: nothing is cached
    union {
        Word target_bits;
        Value* cell;
    };
    u32 version;  // of the class, or of the dict
    u16 offset;   // bytes into the instance, or index into the spilled values
    u16 kind;
    Value target() const { return Value::from_bits(target_bits); }
};

// Whether this build may have a back end that makes machine code of functions (vm/native.hpp).
#if defined(__x86_64__) && defined(__linux__)
#define KRAIT_HAS_NATIVE 1
#else
#define KRAIT_HAS_NATIVE 0
#endif
inline constexpr bool kHasNative = KRAIT_HAS_NATIVE;
struct NativeCode;
struct NoNativeCode {
    constexpr NoNativeCode(std::nullptr_t) {}         // NOLINT(google-explicit-constructor)
    operator NativeCode*() const { return nullptr; }  // NOLINT(google-explicit-constructor)
};

// A range of instructions and where control goes when one of them raises. Sorted so that the first
// entry that covers an offset is the innermost.
struct Handler {
    u32 start, end;  // offsets: [start, end)
    u32 target;
    u32 exception;  // the register that receives the exception
};

// Registers that operands can name; those behind them hold variables (LoadFar, StoreFar).
constexpr u32 kNearRegisters = 256;

struct Code : Object {
    static const BuiltinType kType;
    Str* name;
    Str* qualname;
    Str* filename;
    const u8* start;  // the first instruction: in `bytes`, or in read-only memory
    u32 size;         // bytes of instructions
    u32 first_line;
    u16 registers;
    u16 flags;
    u16 positional;  // parameters that can be given by position
    u16 positional_only;
    u16 keyword_only;
    u8 cell_params;         // how many parameters are cells (MakeCell at entry)
    u16 name_count;         // names, and so inline caches
    u16 local_count;        // named registers: parameters and locals
    u16 free_count;         // captured variables from outside
    u16 attr_hint;          // class bodies: distinct self attributes, for the instances' size
    ByteArray* bytes;       // instructions; null when in read-only memory
    ValueArray* constants;  // Values; code of inner functions among them
    ValueArray* names;      // interned Str, one a site
    Object* caches;         // CacheArray, made at the first run; null before
    ByteArray* handlers;    // Handler records; null: none
    ByteArray* positions;   // position table (positions.hpp); null if stripped
    // Names of registers 0 .. local_count-1, then of the closure; then, where the names of locals
    // matter, a name and a number for each far register that holds a variable.
    Tuple* local_names;
    Str* doc;  // or null
    // The machine code of the function, null: none.
    [[no_unique_address]] std::conditional_t<kHasNative, NativeCode*, NoNativeCode> native;

    bool has(CodeFlag f) const { return flags & f; }
    u32 parameter_count() const {
        return positional + keyword_only + (has(kVarArgs) ? 1 : 0) + (has(kVarKeywords) ? 1 : 0);
    }
    Str* name_at(u32 i) const { return static_cast<Str*>(names->items[i].object()); }
    std::span<const Handler> handler_table() const {
        if (!handlers) return {};
        return {reinterpret_cast<const Handler*>(handlers->data),
                handlers->capacity / sizeof(Handler)};
    }
};

struct CacheArray : Object {
    static const BuiltinType kType;
    usize count;
    InlineCache items[];
};

// The code's caches, made at first use.
Result<CacheArray*> code_caches(Interp&, Code* code);

// Every cached built-in name is looked up anew.
void forget_cached_builtins(Interp&);

// Line and columns of an instruction. Columns are 0-based bytes; -1: unknown, as the end is where
// the source goes on over other lines.
struct SourcePosition {
    u32 line = 0, end_line = 0;
    i32 column = -1, end_column = -1;
};
SourcePosition position_at(const Code*, u32 offset);

// The entry of the position table that an instruction belongs to, as far as lines go. A statement
// without instructions stands in the table as an entry of no bytes: a mark at the instruction that
// comes next.
struct LineEntry {
    static constexpr u32 kMostMarks = 4;
    struct Mark {
        u32 line;
        bool ends;  // it ends what comes before (pass); else it begins what follows (try)
    };
    u32 start = 0;
    u32 line = 0;       // 0: none (the return at the end of a function)
    bool ends = false;  // the instructions (a jump) behind a statement that has none
    u32 mark_count = 0;
    Mark marks[kMostMarks] = {};
};
LineEntry line_entry_at(const Code*, u32 offset);

// Writes the position table: entries in the order of instructions, of variable-length numbers.
class PositionWriter {
  public:
    // Appends to `out` (capacity at least kMaxEntry); returns the bytes written.
    static constexpr usize kMaxEntry = 24;
    usize write(u8* out, u32 instruction_bytes, const SourcePosition& position);

  private:
    u32 last_line_ = 0;
};

// The code as text, one instruction a line: `offset  line  Name  operands`.
Status disassemble(Interp&, const Code*, class StrBuilder& out);

}  // namespace krait
