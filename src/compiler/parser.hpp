// Recursive descent from tokens to the syntax tree, for the whole grammar of Python 3.12.
//
// Every parsing function answers its node, or nullptr after an error: then the error is reported
// (or the arena is full) and the caller returns nullptr too. One token of look-ahead decides
// everything but two questions: whether a line that begins with the name `match` is a match
// statement (it is when the logical line ends with a colon), and whether the parentheses after
// `with` hold a list of items (they do when `as` occurs in them); there the parser reads ahead in
// the lexer and returns.
//
// An assignment's target is parsed as an expression and checked afterwards (parser_targets.cpp).
// What depends on the surrounding function or loop (`return` outside function, and the like) is
// checked by the scope pass.
#pragma once

#include "compiler/ast.hpp"
#include "compiler/diagnostics.hpp"
#include "compiler/lexer.hpp"

namespace krait {

enum class ParseMode : u8 {
    Module,      // a file
    Single,      // one interactive statement; unfinished text is IncompleteInput
    Expression,  // for eval
};

class Parser {
  public:
    // The source must stay where it is as long as the tree is used: names and strings point into
    // it.
    Parser(Arena& arena, NameTable& names, Diagnostics& diagnostics, std::string_view source,
           RecursionLimit limit)
        : arena_(arena),
          diagnostics_(diagnostics),
          lexer_(arena, names, diagnostics, source),
          names_(names),
          limit_(limit) {}

    // nullptr: see diagnostics.
    ModuleNode* parse(ParseMode mode);

  private:
    // Collects a NodeList.
    template <class T = Node>
    struct ListBuilder {
        NodeList<T> list;
        T* last = nullptr;

        void add(T* node) {
            if (last)
                last->next = node;
            else
                list.first = node;
            last = node;
            ++list.count;
        }
    };

    // ---- Tokens and nodes (parser.cpp)
    void advance();
    const Token& peek();
    bool at(TokenKind kind) const { return token_.kind == kind; }
    bool take(TokenKind kind);
    bool expect(TokenKind kind, std::string_view message);
    bool at_soft_keyword(std::string_view word) const;
    bool enter();

    template <class T>
    T* make(NodeKind kind, Position start) {
        T* node = arena_.make<T>();
        if (!node) return nullptr;
        node->kind = kind;
        place(node, start);
        return node;
    }
    template <class T>
    T* make(Position start) {
        return make<T>(T::kKind, start);
    }
    // From start to the end of the token that was taken last.
    void place(Node* node, Position start) const;
    Span span_from(Position start) const { return {start, last_.span.end}; }
    static Span span_of(const Node* node);

    template <class... Pieces>
    std::nullptr_t error(Span span, Pieces... pieces) {
        diagnostics_.report(DiagnosticKind::SyntaxError, span, pieces...);
        return nullptr;
    }
    std::nullptr_t invalid_syntax() { return invalid_syntax_at(token_); }
    std::nullptr_t invalid_syntax_at(const Token& token);
    std::nullptr_t never_closed();
    Span missing_here() const;
    void report_missing_block(std::string_view owner, u32 line);
    std::nullptr_t unexpected_in_brackets(const Expr* before, Position start);
    void look_for_better_error();
    bool is_unfinished(const ModuleNode* module) const;
    bool check_encoding();
    static bool is_one_line(const Block& body);
    static bool goes_on(std::string_view source);

    // ---- Expressions (parser_expressions.cpp)
    static bool starts_expression(TokenKind kind);
    Expr* parse_expression();
    Expr* parse_named_expression();
    Expr* parse_star_expression();
    Expr* parse_star_named_expression();
    Expr* parse_expression_list();
    Expr* parse_tuple_rest(Expr* first, Position start, bool allow_named);
    Expr* parse_yield();
    Expr* parse_yield_or_list();
    Expr* parse_lambda();
    Expr* parse_conditional_rest(Expr* body, Position start);
    Expr* parse_operators(u8 least_level);
    Expr* parse_chain(Expr* first, Position start, u8 level);
    Expr* parse_not();
    Expr* parse_unary();
    Expr* parse_power();
    Expr* parse_primary();
    Expr* parse_attribute(Expr* value, Position start);
    Expr* parse_subscript(Expr* value, Position start);
    Expr* parse_index();
    Expr* parse_slice();
    Expr* invalid_named_expression(Expr* left, Position start);

    // ---- Calls (parser_calls.cpp)
    struct Arguments {
        ListBuilder<Expr> list;
        bool has_star = false;
        bool has_double_star = false;
        u32 keyword_count = 0;
        std::string_view misplaced;  // what is wrong with their order
    };
    Expr* parse_call(Expr* function, Position start);
    bool parse_arguments(Arguments& arguments, Position open);
    Expr* parse_argument(Arguments& arguments);
    std::nullptr_t unexpected_argument(const Expr* argument, Position start);
    Expr* parse_keyword_argument(Arguments& arguments);
    Expr* parse_positional_argument(Arguments& arguments);
    bool check_keywords(const Arguments& arguments);
    bool check_generator_argument(const Arguments& arguments, Expr* generator);

    // ---- Atoms (parser_atoms.cpp)
    Expr* parse_atom();
    Expr* parse_name();
    Expr* parse_number();
    Expr* parse_int(const Token& token);
    Expr* parse_parentheses();
    Expr* parse_group_rest(Expr* first);
    Expr* parse_list();
    Expr* parse_braces();
    Expr* parse_set_rest(Expr* first, Position start);
    Expr* parse_dict_rest(DictItem* first, Position start);
    DictItem* parse_dict_item();
    DictItem* parse_dict_value(Expr* key, Position start, bool is_first);
    bool parse_elements(ListBuilder<Expr>& elements, TokenKind closer);
    Expr* parse_comprehension(NodeKind kind, Expr* element, Expr* value, Position start,
                              TokenKind closer);
    ComprehensionFor* parse_comprehension_for();
    bool at_comprehension();

    // ---- Strings (parser_strings.cpp)
    struct Piece;
    struct Pieces;
    Expr* parse_strings();
    bool take_string_token(Pieces& pieces);
    bool parse_fstring(Pieces& pieces);
    bool parse_fstring_parts(Pieces& pieces, bool is_raw, bool is_spec);
    Expr* parse_field(Pieces& pieces);
    Expr* parse_field_value();
    bool parse_conversion(FormattedValueExpr* field);
    FStringExpr* parse_format_spec(bool is_raw);
    bool add_text(Pieces& pieces, std::string_view text, Position position);
    bool decode(Pieces& pieces, std::string_view raw, bool is_raw, bool is_bytes, bool is_fstring,
                const Token& token);
    Expr* finish_pieces(Pieces& pieces, Position start);
    bool flush_text(Pieces& pieces);

    // ---- Targets (parser_targets.cpp)
    enum class TargetUse : u8 { Assign, AssignOfMany, For, Delete, With, Augmented, Annotated };
    bool check_target(const Expr* target, TargetUse use);
    bool check_target_at(const Expr* target, TargetUse use, bool is_outer);
    bool check_target_sequence(const Expr* target, TargetUse use);
    static std::string_view describe(const Expr* expression);
    Expr* parse_for_targets();

    // ---- Functions and classes (parser_functions.cpp)
    struct ParameterState {
        bool seen_slash = false;
        bool seen_star = false;
        bool needs_keyword_only = false;  // a bare `*` wants a name after it
        bool seen_double_star = false;
        bool seen_default = false;
        bool may_end_in_star = false;  // `def f(*)`, which MicroPython lets pass
        Span star;
    };
    bool parse_parameters(NodeList<Parameter>& out, TokenKind closer, bool is_lambda,
                          bool may_end_in_star = false);
    Parameter* parse_parameter(ParameterState& state, bool is_lambda);
    bool parse_style(Expr* decorator, CodeStyle& style);
    bool parse_slash(ParameterState& state, NodeList<Parameter>& so_far);
    bool parse_bare_star(ParameterState& state);
    bool check_parameter_end(const ParameterState& state);
    bool parse_type_parameters(NodeList<TypeParameterNode>& out);
    TypeParameterNode* parse_type_parameter();
    Stmt* parse_function(NodeList<Expr> decorators, CodeStyle style, Position start, bool is_async);
    Stmt* parse_class(NodeList<Expr> decorators, Position start);
    Stmt* parse_decorated();

    // ---- Simple statements (parser_statements.cpp)
    bool parse_statements_until(TokenKind closer, ListBuilder<Stmt>& out);
    bool parse_statement(ListBuilder<Stmt>& out);
    bool parse_simple_line(ListBuilder<Stmt>& out);
    Stmt* parse_simple();
    Stmt* parse_expression_statement();
    Stmt* parse_assignment(Expr* first, Position start);
    Stmt* parse_augmented(Expr* target, Position start, Operator op);
    Stmt* parse_annotated(Expr* target, Position start);
    Stmt* invalid_legacy_statement(const Expr* name);
    Stmt* parse_return();
    Stmt* parse_delete();
    Stmt* parse_raise();
    Stmt* parse_scope_statement(NodeKind kind);
    Stmt* parse_import();
    Stmt* parse_from();
    bool parse_from_names(ImportFromStmt* statement);
    bool check_future(const ImportFromStmt* statement);
    Expr* parse_annotation(bool may_be_starred);
    Alias* parse_alias(bool is_dotted);
    Name* parse_dotted_name();  // nullptr on error
    Stmt* parse_assert();
    Stmt* parse_type_alias();
    Name* expect_name();
    Stmt* parse_plain(NodeKind kind);

    // ---- Compound statements (parser_compound.cpp)
    Stmt* parse_compound(bool& is_compound);
    bool parse_block(Block& out, std::string_view what, u32 line);
    bool parse_else(Block& out);
    Stmt* parse_if();
    Stmt* parse_while();
    Stmt* parse_for(Position start, bool is_async);
    Stmt* parse_with(Position start, bool is_async);
    bool parse_with_items(WithStmt* statement);
    WithItem* parse_with_item();
    bool parenthesized_with_items();
    void split_with_tuple(ListBuilder<WithItem>& items, WithItem* item);
    Stmt* parse_async();
    Stmt* parse_try();
    bool parse_handlers(TryStmt* statement);
    ExceptHandler* parse_handler(TryStmt* statement, bool is_first);
    bool parse_handler_type(ExceptHandler* handler);

    // ---- match (parser_patterns.cpp)
    bool at_match_statement();
    bool line_ends_with_colon();
    Stmt* parse_match();
    MatchCase* parse_case();
    Pattern* parse_open_pattern();
    Pattern* parse_pattern();
    Pattern* parse_or_pattern();
    Pattern* parse_closed_pattern();
    Pattern* parse_star_pattern();
    Pattern* finish_sequence(ListBuilder<Pattern>& items, Position start);
    static const CapturePattern* catch_all(const Pattern* pattern);
    bool unreachable_after(const CapturePattern* capture);
    bool check_reachable(NodeList<MatchCase> cases);
    Pattern* parse_group_pattern();
    Pattern* parse_mapping_pattern();
    bool check_mapping_keys(const MappingPattern* mapping);
    bool parse_mapping_item(MappingPattern* mapping, ListBuilder<MatchMappingItem>& items);
    Pattern* parse_name_pattern();
    Pattern* parse_class_pattern(Expr* cls, Position start);
    bool parse_class_pattern_argument(ListBuilder<Pattern>& positional,
                                      ListBuilder<MatchKeyword>& keywords);
    Expr* parse_pattern_literal();
    Expr* parse_pattern_number();
    Expr* parse_pattern_dotted_name();
    Pattern* value_pattern(Expr* value, Position start);

    Arena& arena_;
    Diagnostics& diagnostics_;
    Lexer lexer_;
    NameTable& names_;
    RecursionLimit limit_;
    ParseMode mode_ = ParseMode::Module;
    Token token_;  // the next to take
    Token ahead_;  // the one after, if has_ahead_
    Token last_;   // taken last
    bool has_ahead_ = false;
    bool is_prologue_ = true;            // `from __future__ import` may stand here
    bool annotations_are_text_ = false;  // asked for by such an import
    bool is_definite_error_ = false;     // more text does not make it right
    u32 stamp_ = 0;
};

}  // namespace krait
