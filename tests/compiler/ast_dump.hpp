// The syntax tree as an S-expression, for tests: (assign x (+ a 1)).
//
// Names stand as they are, literals as in repr, absent parts as `-`; a conversion, a count of dots
// and other small facts are atoms of their own. Scopes and places are not shown.
#pragma once

#include <string>

#include "compiler/ast.hpp"

namespace krait {

class AstDump {
  public:
    static std::string module(const ModuleNode& module) {
        AstDump dump;
        if (module.expression)
            dump.node(module.expression);
        else
            dump.items(module.body);
        return dump.out_;
    }

  private:
    template <class T>
    void items(const NodeList<T>& list) {
        for (const Node* item : list) node(item);
    }

    void atom(std::string_view text) {
        if (!out_.empty() && out_.back() != '(') out_ += ' ';
        out_ += text;
    }
    void name(const Name* name) { atom(name ? name->text : "-"); }
    void open(std::string_view head) {
        atom("(");
        out_ += head;
    }
    void close() { out_ += ')'; }

    template <class... Parts>
    void form(std::string_view head, Parts... parts) {
        open(head);
        (node(parts), ...);
        close();
    }
    template <class T>
    void list_form(std::string_view head, const NodeList<T>& list) {
        open(head);
        items(list);
        close();
    }

    void quoted(std::string_view text) {
        std::string quoted = "'";
        for (char c : text) {
            const auto byte = static_cast<u8>(c);
            static constexpr char kHex[] = "0123456789abcdef";
            if (c == '\n') {
                quoted += "\\n";
            } else if (byte < 0x20 || c == 0x7F) {
                quoted += "\\x";
                quoted += kHex[byte >> 4];
                quoted += kHex[byte & 15];
            } else {
                quoted += c;
            }
        }
        atom(quoted + "'");
    }

    static std::string_view op(Operator o) {
        static constexpr std::string_view kTexts[] = {
            "?", "+", "-",  "*",  "@",  "/",  "//", "%",      "**", "<<",     ">>",  "&", "|", "^",
            "<", ">", "==", "!=", "<=", ">=", "in", "not-in", "is", "is-not", "not", "-", "+", "~"};
        return kTexts[static_cast<u8>(o)];
    }

    // ---- Expressions

    void chain(const ChainExpr* chain) {
        // (+ a b c) while the operators are the same, else with each of them: (+- a + b - c)
        const Operator first = chain->operands.first->next->joined_by;
        bool same = true;
        for (const Node* n = chain->operands.first->next; n; n = n->next)
            same &= n->joined_by == first;
        if (same) return list_form(op(first), chain->operands);
        open(chain->is(NodeKind::Compare) ? "compare" : "chain");
        for (const Node* n : chain->operands) {
            if (n != chain->operands.first) atom(op(n->joined_by));
            node(n);
        }
        close();
    }

    void comprehension(std::string_view head, const ComprehensionExpr* e) {
        open(head);
        node(e->element);
        if (e->value) node(e->value);
        for (const ComprehensionFor* clause : e->clauses) {
            open(clause->is_async ? "async-for" : "for");
            node(clause->target);
            node(clause->iterable);
            items(clause->conditions);
            close();
        }
        close();
    }

    void call_arguments(const NodeList<Expr>& arguments) { items(arguments); }

    void field(const FormattedValueExpr* e) {
        open("field");
        node(e->value);
        if (e->conversion) atom(std::string("!") + e->conversion);
        if (e->spec) node(e->spec);
        close();
    }

    void parameters(const NodeList<Parameter>& list) {
        open("params");
        ParameterKind last = ParameterKind::Normal;
        bool star = false;
        for (const Parameter* p : list) {
            if (last == ParameterKind::PositionalOnly && p->how != last) atom("/");
            if (p->how == ParameterKind::KeywordOnly && !star) atom("*"), star = true;
            star |= p->how == ParameterKind::VarArgs;
            last = p->how;
            const std::string_view stars = p->how == ParameterKind::VarArgs       ? "*"
                                           : p->how == ParameterKind::VarKeywords ? "**"
                                                                                  : "";
            const std::string text = std::string(stars) + std::string(p->name->text);
            if (!p->annotation && !p->default_value) {
                atom(text);
                continue;
            }
            open(text);
            if (p->annotation) form(":", p->annotation);
            if (p->default_value) form("=", p->default_value);
            close();
        }
        if (last == ParameterKind::PositionalOnly) atom("/");
        close();
    }

    void type_parameters(const NodeList<TypeParameterNode>& list) {
        if (list.empty()) return;
        open("types");
        for (const TypeParameterNode* p : list) {
            static constexpr std::string_view kStars[] = {"", "*", "**"};
            atom(std::string(kStars[static_cast<u8>(p->how)]) + std::string(p->name->text));
            if (p->bound) form(":", p->bound);
        }
        close();
    }

    void slice(const SliceExpr* e) { form("slice", e->lower, e->upper, e->step); }

    bool literal(const Node* n) {
        switch (n->kind) {
            case NodeKind::Int: atom(std::to_string(n->as<IntExpr>()->value)); return true;
            case NodeKind::BigInt: {
                const auto* e = n->as<BigIntExpr>();
                atom("big" + std::to_string(e->base) + ":" + std::string(e->digits));
                return true;
            }
            case NodeKind::Float: atom(n->as<TextExpr>()->text); return true;
            case NodeKind::Imaginary: atom(std::string(n->as<TextExpr>()->text) + "j"); return true;
            case NodeKind::Str: quoted(n->as<TextExpr>()->text); return true;
            case NodeKind::Bytes:
                open("bytes");
                quoted(n->as<TextExpr>()->text);
                close();
                return true;
            case NodeKind::None: atom("None"); return true;
            case NodeKind::True: atom("True"); return true;
            case NodeKind::False: atom("False"); return true;
            case NodeKind::Ellipsis: atom("..."); return true;
            case NodeKind::Name: name(n->as<NameExpr>()->name); return true;
            default: return false;
        }
    }

    bool expression(const Node* n) {
        switch (n->kind) {
            case NodeKind::FString: list_form("fstring", n->as<FStringExpr>()->parts); break;
            case NodeKind::FormattedValue: field(n->as<FormattedValueExpr>()); break;
            case NodeKind::Tuple: list_form("tuple", n->as<SequenceExpr>()->elements); break;
            case NodeKind::List: list_form("list", n->as<SequenceExpr>()->elements); break;
            case NodeKind::Set: list_form("set", n->as<SequenceExpr>()->elements); break;
            case NodeKind::Dict: list_form("dict", n->as<DictExpr>()->items); break;
            case NodeKind::DictItem: {
                const auto* e = n->as<DictItem>();
                e->key ? form("item", e->key, e->value) : form("**", e->value);
                break;
            }
            case NodeKind::ListComprehension:
                comprehension("list-comp", n->as<ComprehensionExpr>());
                break;
            case NodeKind::SetComprehension:
                comprehension("set-comp", n->as<ComprehensionExpr>());
                break;
            case NodeKind::DictComprehension:
                comprehension("dict-comp", n->as<ComprehensionExpr>());
                break;
            case NodeKind::Generator: comprehension("gen", n->as<ComprehensionExpr>()); break;
            case NodeKind::Unary: {
                const auto* e = n->as<UnaryExpr>();
                form(op(e->op), e->operand);
                break;
            }
            case NodeKind::And: list_form("and", n->as<ChainExpr>()->operands); break;
            case NodeKind::Or: list_form("or", n->as<ChainExpr>()->operands); break;
            case NodeKind::Binary:
            case NodeKind::Compare: chain(n->as<ChainExpr>()); break;
            case NodeKind::Conditional: {
                const auto* e = n->as<ConditionalExpr>();
                form("if-else", e->test, e->body, e->orelse);
                break;
            }
            case NodeKind::Attribute: {
                const auto* e = n->as<AttributeExpr>();
                open(".");
                node(e->value);
                name(e->name);
                close();
                break;
            }
            case NodeKind::Subscript: {
                const auto* e = n->as<SubscriptExpr>();
                form("[]", e->value, e->index);
                break;
            }
            case NodeKind::Slice: slice(n->as<SliceExpr>()); break;
            case NodeKind::Call: {
                const auto* e = n->as<CallExpr>();
                open("call");
                node(e->function);
                call_arguments(e->arguments);
                close();
                break;
            }
            case NodeKind::KeywordArgument: {
                const auto* e = n->as<KeywordArgument>();
                open(e->name ? std::string(e->name->text) + "=" : "**");
                node(e->value);
                close();
                break;
            }
            case NodeKind::Starred: form("*", n->as<StarredExpr>()->value); break;
            case NodeKind::Lambda: {
                const auto* e = n->as<LambdaExpr>();
                open("lambda");
                parameters(e->parameters);
                node(e->body);
                close();
                break;
            }
            case NodeKind::Named: {
                const auto* e = n->as<NamedExpr>();
                form(":=", e->target, e->value);
                break;
            }
            case NodeKind::Await: form("await", n->as<SuspendExpr>()->value); break;
            case NodeKind::Yield: form("yield", n->as<SuspendExpr>()->value); break;
            case NodeKind::YieldFrom: form("yield-from", n->as<SuspendExpr>()->value); break;
            default: return literal(n);
        }
        return true;
    }

    // ---- Patterns

    bool pattern(const Node* n) {
        switch (n->kind) {
            case NodeKind::MatchValue: form("value", n->as<ValuePattern>()->value); break;
            case NodeKind::MatchSingleton: form("is", n->as<ValuePattern>()->value); break;
            case NodeKind::MatchCapture:
            case NodeKind::MatchStar: {
                const auto* p = n->as<CapturePattern>();
                open(n->is(NodeKind::MatchStar) ? "star" : "capture");
                atom(p->name ? p->name->text : "_");
                close();
                break;
            }
            case NodeKind::MatchSequence: list_form("seq", n->as<GroupPattern>()->items); break;
            case NodeKind::MatchOr: list_form("alt", n->as<GroupPattern>()->items); break;
            case NodeKind::MatchMapping: {
                const auto* p = n->as<MappingPattern>();
                open("map");
                for (const MatchMappingItem* item : p->items)
                    form("item", item->key, item->pattern);
                if (p->rest) atom("**" + std::string(p->rest->name->text));
                close();
                break;
            }
            case NodeKind::MatchClass: {
                const auto* p = n->as<ClassPattern>();
                open("class");
                node(p->cls);
                items(p->positional);
                for (const MatchKeyword* k : p->keywords)
                    form(std::string(k->name->text) + "=", k->pattern);
                close();
                break;
            }
            case NodeKind::MatchAs: {
                const auto* p = n->as<AsPattern>();
                open("as");
                node(p->pattern);
                name(p->name);
                close();
                break;
            }
            default: return false;
        }
        return true;
    }

    // ---- Statements

    void aliases(const NodeList<Alias>& names) {
        for (const Alias* a : names) {
            if (!a->as_name) {
                name(a->path);
                continue;
            }
            open("as");
            name(a->path);
            name(a->as_name);
            close();
        }
    }

    void block(std::string_view head, const Block& body) {
        if (!body.empty()) list_form(head, body);
    }

    void simple(const Node* n) {
        switch (n->kind) {
            case NodeKind::Expression: node(n->as<ExpressionStmt>()->value); break;
            case NodeKind::Assign: {
                const auto* s = n->as<AssignStmt>();
                open("assign");
                items(s->targets);
                node(s->value);
                close();
                break;
            }
            case NodeKind::AugmentedAssign: {
                const auto* s = n->as<AugmentedAssignStmt>();
                form(std::string(op(s->op)) + "=", s->target, s->value);
                break;
            }
            case NodeKind::AnnotatedAssign: {
                const auto* s = n->as<AnnotatedAssignStmt>();
                form("annotate", s->target, s->annotation, s->value);
                break;
            }
            case NodeKind::Return: form("return", n->as<ReturnStmt>()->value); break;
            case NodeKind::Delete: list_form("del", n->as<DeleteStmt>()->targets); break;
            case NodeKind::Pass: atom("(pass)"); break;
            case NodeKind::Break: atom("(break)"); break;
            case NodeKind::Continue: atom("(continue)"); break;
            case NodeKind::Raise:
                form("raise", n->as<RaiseStmt>()->exception, n->as<RaiseStmt>()->cause);
                break;
            case NodeKind::Global:
            case NodeKind::Nonlocal:
                open(n->is(NodeKind::Global) ? "global" : "nonlocal");
                for (const Identifier* i : n->as<ScopeStmt>()->names) name(i->name);
                close();
                break;
            case NodeKind::Import:
                open("import");
                aliases(n->as<ImportStmt>()->names);
                close();
                break;
            case NodeKind::ImportFrom: {
                const auto* s = n->as<ImportFromStmt>();
                open("from");
                atom(std::string(s->level, '.') +
                     std::string(s->module ? s->module->text : std::string_view()));
                s->is_star ? atom("*") : aliases(s->names);
                close();
                break;
            }
            case NodeKind::Assert:
                form("assert", n->as<AssertStmt>()->test, n->as<AssertStmt>()->message);
                break;
            case NodeKind::TypeAlias: {
                const auto* s = n->as<TypeAliasStmt>();
                open("type");
                node(s->name);
                type_parameters(s->type_parameters);
                node(s->value);
                close();
                break;
            }
            default: compound(n);
        }
    }

    void compound(const Node* n) {
        switch (n->kind) {
            case NodeKind::If: {
                const auto* s = n->as<IfStmt>();
                open("if");
                for (const IfBranch* b : s->branches) {
                    open("");
                    node(b->test);
                    items(b->body);
                    close();
                }
                block("else", s->orelse);
                close();
                break;
            }
            case NodeKind::While: {
                const auto* s = n->as<WhileStmt>();
                open("while");
                node(s->test);
                items(s->body);
                block("else", s->orelse);
                close();
                break;
            }
            case NodeKind::For: {
                const auto* s = n->as<ForStmt>();
                open(s->is_async ? "async-for" : "for");
                node(s->target);
                node(s->iterable);
                items(s->body);
                block("else", s->orelse);
                close();
                break;
            }
            case NodeKind::With: {
                const auto* s = n->as<WithStmt>();
                open(s->is_async ? "async-with" : "with");
                for (const WithItem* i : s->items) form("item", i->context, i->target);
                items(s->body);
                close();
                break;
            }
            case NodeKind::Try: try_statement(n->as<TryStmt>()); break;
            case NodeKind::FunctionDef: {
                const auto* s = n->as<FunctionDefStmt>();
                open(s->is_async ? "async-def" : "def");
                name(s->name);
                block("decorators", s->decorators);
                type_parameters(s->type_parameters);
                parameters(s->parameters);
                if (s->returns) form("->", s->returns);
                items(s->body);
                close();
                break;
            }
            case NodeKind::ClassDef: {
                const auto* s = n->as<ClassDefStmt>();
                open("class");
                name(s->name);
                block("decorators", s->decorators);
                type_parameters(s->type_parameters);
                list_form("bases", s->arguments);
                items(s->body);
                close();
                break;
            }
            case NodeKind::Match: {
                const auto* s = n->as<MatchStmt>();
                open("match");
                node(s->subject);
                for (const MatchCase* c : s->cases) {
                    open("case");
                    node(c->pattern);
                    if (c->guard) form("if", c->guard);
                    items(c->body);
                    close();
                }
                close();
                break;
            }
            default: atom("<?>");
        }
    }

    void try_statement(const TryStmt* s) {
        open(s->is_star ? "try*" : "try");
        items(s->body);
        for (const ExceptHandler* h : s->handlers) {
            open("except");
            node(h->type);
            if (h->name) name(h->name);
            items(h->body);
            close();
        }
        block("else", s->orelse);
        block("finally", s->finally);
        close();
    }

    void node(const Node* n) {
        if (!n) return atom("-");
        if (!expression(n) && !pattern(n)) simple(n);
    }

    std::string out_;
};

}  // namespace krait
