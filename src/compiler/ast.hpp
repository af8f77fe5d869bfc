// The syntax tree: what the parser makes, the scope pass annotates and the emitter reads.
//
// Everything lives in one Arena and dies with it. A node starts with the 12 bytes of Node (16 on a
// 64-bit host): its kind, its place, and the link to the next node of the list that it is in; a
// node is in at most one list. There are no virtual functions: switch on `kind` and use as<T>().
//
// The shape is flat wherever a program can be long: `a + b - c` is one Binary with three operands
// (each carries the operator written before it in `joined_by`), `a < b < c` one Compare, `a and b
// and c` one And, an elif chain one If, a concatenation of literals one Str. So recursion over the
// tree is as deep as the program's nesting, save for chains of attributes, subscripts and calls
// (`value` goes down on the left) and of conditional expressions (`orelse`, on the right), where a
// loop serves.
//
// Names are resolved by the scope pass: it sets the `symbol` of every node that reads or binds one.
#pragma once

#include <cassert>

#include "base/types.hpp"
#include "bytecode/viper.hpp"
#include "compiler/names.hpp"
#include "compiler/position.hpp"

namespace krait {

struct Scope;   // compiler/scopes.hpp
struct Symbol;  // compiler/scopes.hpp

enum class NodeKind : u8 {
    // Expressions
    Name,
    Int,
    BigInt,
    Float,
    Imaginary,
    Str,
    Bytes,
    None,
    True,
    False,
    Ellipsis,
    FString,
    FormattedValue,
    Tuple,
    List,
    Set,
    Dict,
    DictItem,
    ListComprehension,
    SetComprehension,
    DictComprehension,
    Generator,
    ComprehensionFor,
    Unary,
    Binary,
    And,
    Or,
    Compare,
    Conditional,
    Attribute,
    Subscript,
    Slice,
    Call,
    KeywordArgument,
    Starred,
    Lambda,
    Named,
    Await,
    Yield,
    YieldFrom,
    // Patterns
    MatchValue,
    MatchSingleton,
    MatchCapture,
    MatchStar,
    MatchSequence,
    MatchMapping,
    MatchMappingItem,
    MatchClass,
    MatchKeyword,
    MatchOr,
    MatchAs,
    // Parts of statements
    Parameter,
    TypeParameter,
    Identifier,
    Alias,
    IfBranch,
    WithItem,
    ExceptHandler,
    MatchCase,
    // Statements
    Expression,
    Assign,
    AugmentedAssign,
    AnnotatedAssign,
    Return,
    Delete,
    Pass,
    Break,
    Continue,
    Raise,
    Global,
    Nonlocal,
    Import,
    ImportFrom,
    Assert,
    If,
    While,
    For,
    With,
    Try,
    FunctionDef,
    ClassDef,
    Match,
    TypeAlias,
};

enum class Operator : u8 {
    None,
    // Binary and augmented
    Add,
    Subtract,
    Multiply,
    MatrixMultiply,
    Divide,
    FloorDivide,
    Modulo,
    Power,
    LeftShift,
    RightShift,
    BitAnd,
    BitOr,
    BitXor,
    // Comparisons
    Less,
    Greater,
    Equal,
    NotEqual,
    LessEqual,
    GreaterEqual,
    In,
    NotIn,
    Is,
    IsNot,
    // Unary
    Not,
    Negate,
    Plus,
    Invert,
};

struct Node {
    NodeKind kind;
    Operator joined_by = Operator::None;  // as an operand of Binary or Compare: what precedes it
    u16 end_column : 12 = 0;              // 0: it ends on another line than it starts
    u16 parenthesized : 1 = false;        // written in parentheses of its own, which are not in it
    u16 native : 3 = 0;                   // an expression of a viper function: its ViperType
    Position position;
    Node* next = nullptr;

    template <class T>
    T* as() {
        assert(T::accepts(kind));
        return static_cast<T*>(this);
    }
    template <class T>
    const T* as() const {
        assert(T::accepts(kind));
        return static_cast<const T*>(this);
    }
    bool is(NodeKind k) const { return kind == k; }
    ViperType native_type() const { return static_cast<ViperType>(native); }
};

// What a node type is for says only its name; any of them is a Node of the right kind.
using Expr = Node;
using Stmt = Node;
using Pattern = Node;

// A sequence of nodes, linked through `next`.
template <class T = Node>
struct NodeList {
    T* first = nullptr;
    u32 count = 0;

    class Iterator {
      public:
        explicit Iterator(T* at) : at_(at) {}
        T* operator*() const { return at_; }
        Iterator& operator++() {
            at_ = static_cast<T*>(at_->next);
            return *this;
        }
        bool operator!=(const Iterator& other) const { return at_ != other.at_; }

      private:
        T* at_;
    };
    Iterator begin() const { return Iterator(first); }
    Iterator end() const { return Iterator(nullptr); }
    bool empty() const { return !first; }
};

using Block = NodeList<Stmt>;

// Node types for one kind derive from NodeOf<kind>.
template <NodeKind K>
struct NodeOf : Node {
    static constexpr NodeKind kKind = K;
    static constexpr bool accepts(NodeKind k) { return k == K; }
};

// ---- Expressions -----------------------------------------------------------------------------
// None, True, False and Ellipsis are plain Nodes.

struct NameExpr : NodeOf<NodeKind::Name> {
    Name* name = nullptr;
    Symbol* symbol = nullptr;
};

// An int literal that fits in 64 unsigned bits.
struct IntExpr : NodeOf<NodeKind::Int> {
    u64 value = 0;
};

// A larger one: digits without prefix or underscores.
struct BigIntExpr : NodeOf<NodeKind::BigInt> {
    u8 base = 10;
    std::string_view digits;
};

// Float and Imaginary: the number's text without underscores and without the `j`.
// Str: decoded UTF-8; Bytes: the bytes. A surrogate escape in a str stands as three bytes (WTF-8).
struct TextExpr : Node {
    static constexpr bool accepts(NodeKind k) {
        return k == NodeKind::Float || k == NodeKind::Imaginary || k == NodeKind::Str ||
               k == NodeKind::Bytes;
    }
    std::string_view text;
};

// An f-string, a t-string, or the format specification of a field: Str and FormattedValue parts.
// Neighbouring literals are joined and none is empty.
struct FStringExpr : NodeOf<NodeKind::FString> {
    bool is_template = false;  // a t-string
    NodeList<Expr> parts;
};

struct FormattedValueExpr : NodeOf<NodeKind::FormattedValue> {
    char conversion = 0;    // 's', 'r', 'a' or 0
    std::string_view text;  // the value as it is written
    Expr* value = nullptr;
    FStringExpr* spec = nullptr;  // may be null
};

// Tuple, List, Set; elements may be Starred. As a target of assignment also Tuple and List.
struct SequenceExpr : Node {
    static constexpr bool accepts(NodeKind k) {
        return k == NodeKind::Tuple || k == NodeKind::List || k == NodeKind::Set;
    }
    NodeList<Expr> elements;
};

// key is null for `**value`.
struct DictItem : NodeOf<NodeKind::DictItem> {
    Expr* key = nullptr;
    Expr* value = nullptr;
};

struct DictExpr : NodeOf<NodeKind::Dict> {
    NodeList<DictItem> items;
};

struct ComprehensionFor : NodeOf<NodeKind::ComprehensionFor> {
    bool is_async = false;
    Expr* target = nullptr;
    Expr* iterable = nullptr;
    NodeList<Expr> conditions;
};

// ListComprehension, SetComprehension, DictComprehension (element: key, value: value), Generator.
struct ComprehensionExpr : Node {
    static constexpr bool accepts(NodeKind k) {
        return k >= NodeKind::ListComprehension && k <= NodeKind::Generator;
    }
    Expr* element = nullptr;
    Expr* value = nullptr;
    NodeList<ComprehensionFor> clauses;
    Scope* scope = nullptr;
};

struct UnaryExpr : NodeOf<NodeKind::Unary> {
    Operator op = Operator::None;
    Expr* operand = nullptr;
};

// Binary: a chain of operators of one level of precedence, evaluated from left to right (`**` has
// always two operands). Compare: a chain of comparisons. And, Or.
struct ChainExpr : Node {
    static constexpr bool accepts(NodeKind k) {
        return k >= NodeKind::Binary && k <= NodeKind::Compare;
    }
    NodeList<Expr> operands;
};

struct ConditionalExpr : NodeOf<NodeKind::Conditional> {
    Expr* test = nullptr;
    Expr* body = nullptr;
    Expr* orelse = nullptr;
};

struct AttributeExpr : NodeOf<NodeKind::Attribute> {
    Expr* value = nullptr;
    Name* name = nullptr;  // mangled by the scope pass
};

struct SubscriptExpr : NodeOf<NodeKind::Subscript> {
    Expr* value = nullptr;
    Expr* index = nullptr;
};

struct SliceExpr : NodeOf<NodeKind::Slice> {
    Expr* lower = nullptr;
    Expr* upper = nullptr;
    Expr* step = nullptr;
};

// name is null for `**value`.
struct KeywordArgument : NodeOf<NodeKind::KeywordArgument> {
    Name* name = nullptr;
    Expr* value = nullptr;
};

// Arguments in the order of the source: expressions, Starred, KeywordArgument.
struct CallExpr : NodeOf<NodeKind::Call> {
    bool has_star = false;         // some *x
    bool has_double_star = false;  // some **x
    u32 keyword_count = 0;         // of name=value
    Expr* function = nullptr;
    NodeList<Expr> arguments;
};

struct StarredExpr : NodeOf<NodeKind::Starred> {
    Expr* value = nullptr;
};

struct NamedExpr : NodeOf<NodeKind::Named> {
    NameExpr* target = nullptr;
    Expr* value = nullptr;
};

// Await, Yield (value may be null), YieldFrom.
struct SuspendExpr : Node {
    static constexpr bool accepts(NodeKind k) {
        return k >= NodeKind::Await && k <= NodeKind::YieldFrom;
    }
    Expr* value = nullptr;
};

// ---- Functions -------------------------------------------------------------------------------

enum class ParameterKind : u8 { PositionalOnly, Normal, VarArgs, KeywordOnly, VarKeywords };

struct Parameter : NodeOf<NodeKind::Parameter> {
    ParameterKind how = ParameterKind::Normal;
    Name* name = nullptr;
    Expr* annotation = nullptr;
    Expr* default_value = nullptr;
    Symbol* symbol = nullptr;
};

struct LambdaExpr : NodeOf<NodeKind::Lambda> {
    NodeList<Parameter> parameters;
    Expr* body = nullptr;
    Scope* scope = nullptr;
};

enum class TypeParameterKind : u8 { TypeVar, TypeVarTuple, ParamSpec };

struct TypeParameterNode : NodeOf<NodeKind::TypeParameter> {
    TypeParameterKind how = TypeParameterKind::TypeVar;
    Name* name = nullptr;
    Expr* bound = nullptr;
    Symbol* symbol = nullptr;
};

// ---- Patterns --------------------------------------------------------------------------------

// MatchValue: compared by ==. MatchSingleton: None, True, False, compared by `is`.
struct ValuePattern : Node {
    static constexpr bool accepts(NodeKind k) {
        return k == NodeKind::MatchValue || k == NodeKind::MatchSingleton;
    }
    Expr* value = nullptr;
};

// MatchCapture and MatchStar; name is null for `_`.
struct CapturePattern : Node {
    static constexpr bool accepts(NodeKind k) {
        return k == NodeKind::MatchCapture || k == NodeKind::MatchStar;
    }
    Name* name = nullptr;
    Symbol* symbol = nullptr;
};

// MatchSequence (at most one MatchStar among the items) and MatchOr.
struct GroupPattern : Node {
    static constexpr bool accepts(NodeKind k) {
        return k == NodeKind::MatchSequence || k == NodeKind::MatchOr;
    }
    NodeList<Pattern> items;
};

struct MatchMappingItem : NodeOf<NodeKind::MatchMappingItem> {
    Expr* key = nullptr;
    std::string_view key_text;  // as written
    Pattern* pattern = nullptr;
};

struct MappingPattern : NodeOf<NodeKind::MatchMapping> {
    NodeList<MatchMappingItem> items;
    CapturePattern* rest = nullptr;  // `**rest`, may be null
};

struct MatchKeyword : NodeOf<NodeKind::MatchKeyword> {
    Name* name = nullptr;
    Pattern* pattern = nullptr;
};

struct ClassPattern : NodeOf<NodeKind::MatchClass> {
    Expr* cls = nullptr;
    NodeList<Pattern> positional;
    NodeList<MatchKeyword> keywords;
};

struct AsPattern : NodeOf<NodeKind::MatchAs> {
    Pattern* pattern = nullptr;
    Name* name = nullptr;
    Symbol* symbol = nullptr;
};

// ---- Statements ------------------------------------------------------------------------------
// Pass, Break and Continue are plain Nodes.

struct ExpressionStmt : NodeOf<NodeKind::Expression> {
    Expr* value = nullptr;
};

struct AssignStmt : NodeOf<NodeKind::Assign> {
    NodeList<Expr> targets;  // of a = b = value, from left to right
    Expr* value = nullptr;
};

struct AugmentedAssignStmt : NodeOf<NodeKind::AugmentedAssign> {
    Operator op = Operator::None;
    Expr* target = nullptr;
    Expr* value = nullptr;
};

struct AnnotatedAssignStmt : NodeOf<NodeKind::AnnotatedAssign> {
    Expr* target = nullptr;  // a plain name that is not in parentheses is kept in __annotations__
    Expr* annotation = nullptr;
    Expr* value = nullptr;  // may be null
};

struct ReturnStmt : NodeOf<NodeKind::Return> {
    Expr* value = nullptr;  // may be null
};

struct DeleteStmt : NodeOf<NodeKind::Delete> {
    NodeList<Expr> targets;
};

struct RaiseStmt : NodeOf<NodeKind::Raise> {
    Expr* exception = nullptr;  // may be null
    Expr* cause = nullptr;      // may be null
};

struct Identifier : NodeOf<NodeKind::Identifier> {
    Name* name = nullptr;
};

// Global and Nonlocal.
struct ScopeStmt : Node {
    static constexpr bool accepts(NodeKind k) {
        return k == NodeKind::Global || k == NodeKind::Nonlocal;
    }
    NodeList<Identifier> names;
};

// `path as name`. In Import the path may be dotted and, without `as`, its first part is bound; in
// ImportFrom it is a plain name. symbol: of what is bound.
struct Alias : NodeOf<NodeKind::Alias> {
    Name* path = nullptr;
    Name* as_name = nullptr;  // null without `as`
    Symbol* symbol = nullptr;
};

struct ImportStmt : NodeOf<NodeKind::Import> {
    NodeList<Alias> names;
};

struct ImportFromStmt : NodeOf<NodeKind::ImportFrom> {
    u32 level = 0;           // number of leading dots
    Name* module = nullptr;  // null in `from . import x`
    bool is_star = false;    // `import *`, then names is empty
    NodeList<Alias> names;
};

struct AssertStmt : NodeOf<NodeKind::Assert> {
    Expr* test = nullptr;
    Expr* message = nullptr;  // may be null
};

struct IfBranch : NodeOf<NodeKind::IfBranch> {
    Expr* test = nullptr;
    Block body;
};

struct IfStmt : NodeOf<NodeKind::If> {
    NodeList<IfBranch> branches;  // if, then every elif
    Block orelse;
};

struct WhileStmt : NodeOf<NodeKind::While> {
    Expr* test = nullptr;
    Block body;
    Block orelse;
};

struct ForStmt : NodeOf<NodeKind::For> {
    bool is_async = false;
    Expr* target = nullptr;
    Expr* iterable = nullptr;
    Block body;
    Block orelse;
};

struct WithItem : NodeOf<NodeKind::WithItem> {
    Expr* context = nullptr;
    Expr* target = nullptr;  // may be null
};

struct WithStmt : NodeOf<NodeKind::With> {
    bool is_async = false;
    NodeList<WithItem> items;
    Block body;
};

struct ExceptHandler : NodeOf<NodeKind::ExceptHandler> {
    Expr* type = nullptr;  // null: `except:`
    Name* name = nullptr;  // may be null
    Symbol* symbol = nullptr;
    Block body;
};

struct TryStmt : NodeOf<NodeKind::Try> {
    bool is_star = false;  // except*
    Block body;
    NodeList<ExceptHandler> handlers;
    Block orelse;
    Block finally;
};

// Which semantics a function has: `@micropython.native` and its like, which are not among the
// decorators then. Native is bytecode for code that a back end may compile; Viper has native types.
enum class CodeStyle : u8 { Inherited, Bytecode, Native, Viper };

// type_scope: the scope that holds the type parameters; null if there are none.
struct FunctionDefStmt : NodeOf<NodeKind::FunctionDef> {
    bool is_async = false;
    CodeStyle style = CodeStyle::Inherited;
    Name* name = nullptr;
    Symbol* symbol = nullptr;
    NodeList<Expr> decorators;
    NodeList<TypeParameterNode> type_parameters;
    NodeList<Parameter> parameters;
    Expr* returns = nullptr;  // may be null
    Block body;
    Scope* type_scope = nullptr;
    Scope* scope = nullptr;
};

struct ClassDefStmt : NodeOf<NodeKind::ClassDef> {
    Name* name = nullptr;
    Symbol* symbol = nullptr;
    NodeList<Expr> decorators;
    NodeList<TypeParameterNode> type_parameters;
    bool has_star = false;         // as in CallExpr
    bool has_double_star = false;  // as in CallExpr
    u32 keyword_count = 0;
    NodeList<Expr> arguments;  // bases and keywords, as in CallExpr
    Block body;
    Scope* type_scope = nullptr;
    Scope* scope = nullptr;
};

struct MatchCase : NodeOf<NodeKind::MatchCase> {
    Pattern* pattern = nullptr;
    Expr* guard = nullptr;  // may be null
    Block body;
};

struct MatchStmt : NodeOf<NodeKind::Match> {
    Expr* subject = nullptr;
    NodeList<MatchCase> cases;
};

struct TypeAliasStmt : NodeOf<NodeKind::TypeAlias> {
    NameExpr* name = nullptr;
    NodeList<TypeParameterNode> type_parameters;
    Expr* value = nullptr;
    Scope* type_scope = nullptr;
};

// What the parser answers: statements, or in eval mode one expression.
struct ModuleNode {
    Block body;
    Expr* expression = nullptr;
    Scope* scope = nullptr;
};

}  // namespace krait
