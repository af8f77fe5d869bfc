# argparse: options and arguments of command lines.
#
# A parser holds actions, one an argument. parse_known_args() first tells option strings from
# arguments ("O" and "A", one letter a word), then takes as many words for each positional action as
# its nargs and those behind it allow, and for each option what its nargs asks for.
import sys as _sys
from _argparse_actions import (ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE,
                               Action, ArgumentError, ArgumentTypeError, BooleanOptionalAction,
                               FileType, Namespace, _actions, _name_of)

__all__ = ["ArgumentParser", "ArgumentError", "ArgumentTypeError", "BooleanOptionalAction",
           "FileType", "HelpFormatter", "ArgumentDefaultsHelpFormatter",
           "RawDescriptionHelpFormatter", "RawTextHelpFormatter", "MetavarTypeHelpFormatter",
           "Namespace", "Action", "ONE_OR_MORE", "OPTIONAL", "PARSER", "REMAINDER", "SUPPRESS",
           "ZERO_OR_MORE"]

def __getattr__(name):
    if name.endswith("HelpFormatter"):
        import _argparse_help
        value = globals()[name] = getattr(_argparse_help, name)
        return value
    raise AttributeError(f"module 'argparse' has no attribute {name!r}")


# --- groups ---

class _ActionsContainer:
    def __init__(self, description, prefix_chars, argument_default, conflict_handler):
        self.description, self.argument_default = description, argument_default
        self.prefix_chars, self.conflict_handler = prefix_chars, conflict_handler
        if conflict_handler not in ("error", "resolve"):
            raise ValueError(f"invalid conflict_resolution value: {conflict_handler!r}")
        self._registries = {"action": dict(_actions), "type": {None: lambda text: text}}
        self._actions, self._option_string_actions = [], {}
        self._action_groups, self._mutually_exclusive_groups, self._defaults = [], [], {}
        self._negative_options = []  # non-empty: options look like negative numbers

    def register(self, registry_name, value, object):
        self._registries[registry_name][value] = object

    def _registry_get(self, registry_name, value, default=None):
        try:
            return self._registries[registry_name].get(value, default)
        except TypeError:
            return default

    def set_defaults(self, **kwargs):
        self._defaults.update(kwargs)
        for action in self._actions:
            if action.dest in kwargs:
                action.default = kwargs[action.dest]

    def get_default(self, dest):
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest)

    def add_argument(self, *args, **kwargs):
        chars = self.prefix_chars
        if not args or len(args) == 1 and args[0][0] not in chars:
            if args and "dest" in kwargs:
                raise ValueError("dest supplied twice for positional argument")
            kwargs = self._positional(*args, **kwargs)
        else:
            kwargs = self._optional(*args, **kwargs)
        if "default" not in kwargs:
            dest = kwargs["dest"]
            if dest in self._defaults:
                kwargs["default"] = self._defaults[dest]
            elif self.argument_default is not None:
                kwargs["default"] = self.argument_default
        name = kwargs.pop("action", None)
        make = self._registry_get("action", name, name)
        if not callable(make):
            raise ValueError(f'unknown action "{make}"')
        action = make(**kwargs)
        convert = self._registry_get("type", action.type, action.type)
        if not callable(convert):
            raise ValueError(f"{convert!r} is not callable")
        if convert is FileType:
            raise ValueError(f"{convert!r} is a FileType class object, instance of it must be "
                             "passed")
        if isinstance(action.metavar, tuple) and \
                len(action.metavar) != (action.nargs if isinstance(action.nargs, int) else
                                        {ONE_OR_MORE: 2, ZERO_OR_MORE: 2}.get(action.nargs, 1)):
            if not (action.nargs == ZERO_OR_MORE and len(action.metavar) == 1):
                raise ValueError("length of metavar tuple does not match nargs")
        return self._add_action(action)

    def _positional(self, dest=None, **kwargs):
        if "required" in kwargs:
            raise TypeError("'required' is an invalid argument for positionals")
        nargs = kwargs.get("nargs")
        if nargs == 0:
            raise ValueError("nargs for positionals must be != 0")
        kwargs["required"] = nargs not in (OPTIONAL, ZERO_OR_MORE, REMAINDER, SUPPRESS) or \
            nargs == ZERO_OR_MORE and "default" not in kwargs
        return {**kwargs, "dest": dest, "option_strings": []}

    def _optional(self, *args, **kwargs):
        long = []
        for option in args:
            if option[:1] not in self.prefix_chars or not option:
                raise ValueError(f"invalid option string {option!r}: must start with a character "
                                 f"{self.prefix_chars!r}")
            if len(option) > 1 and option[1] in self.prefix_chars:
                long.append(option)
        dest = kwargs.pop("dest", None)
        if dest is None:
            dest = (long or args)[0].lstrip(self.prefix_chars).replace("-", "_")
            if not dest:
                raise ValueError(f"dest= is required for options like {args[0]!r}")
        return {**kwargs, "dest": dest, "option_strings": list(args)}

    def _add_action(self, action):
        self._settle_conflicts(action)
        self._actions.append(action)
        action.container = self
        for option in action.option_strings:
            self._option_string_actions[option] = action
            if _is_negative_number(option):
                self._negative_options.append(True)
        return action

    def _settle_conflicts(self, action):
        taken = [(option, self._option_string_actions[option])
                 for option in action.option_strings if option in self._option_string_actions]
        if not taken:
            return
        if self.conflict_handler == "error":
            plural = "" if len(taken) == 1 else "s"
            raise ArgumentError(action, f"conflicting option string{plural}: "
                                f"{', '.join(option for option, _ in taken)}")
        for option, other in taken:
            other.option_strings.remove(option)
            del self._option_string_actions[option]
            if not other.option_strings:
                other.container._remove_action(other)

    def _remove_action(self, action):
        self._actions.remove(action)

    def add_argument_group(self, *args, **kwargs):
        group = _ArgumentGroup(self, *args, **kwargs)
        self._action_groups.append(group)
        return group

    def add_mutually_exclusive_group(self, **kwargs):
        group = _MutuallyExclusiveGroup(self, **kwargs)
        self._mutually_exclusive_groups.append(group)
        return group


class _ArgumentGroup(_ActionsContainer):
    def __init__(self, container, title=None, description=None, **kwargs):
        super().__init__(description, kwargs.get("prefix_chars", container.prefix_chars),
                         kwargs.get("argument_default", container.argument_default),
                         kwargs.get("conflict_handler", container.conflict_handler))
        self.title, self._group_actions, self._container = title, [], container
        for name in ("_registries", "_actions", "_option_string_actions", "_defaults",
                     "_negative_options", "_mutually_exclusive_groups"):
            setattr(self, name, getattr(container, name))

    def _add_action(self, action):
        super()._add_action(action)
        self._group_actions.append(action)
        return action

    def _remove_action(self, action):
        super()._remove_action(action)
        self._group_actions.remove(action)


class _MutuallyExclusiveGroup(_ArgumentGroup):
    def __init__(self, container, required=False):
        super().__init__(container)
        self.required = required

    def _add_action(self, action):
        if action.required:
            raise ValueError("mutually exclusive arguments must be optional")
        self._container._add_action(action)
        self._group_actions.append(action)
        return action

    def _remove_action(self, action):
        self._container._remove_action(action)
        self._group_actions.remove(action)


def _is_negative_number(text):
    digits = text[1:]
    whole, dot, fraction = digits.partition(".")
    return text[:1] == "-" and (digits.isdigit() and not dot or dot == "." and
                                fraction.isdigit() and (not whole or whole.isdigit()))


# --- the parser ---

class ArgumentParser(_ActionsContainer):
    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=[],
                 formatter_class=None, prefix_chars="-", fromfile_prefix_chars=None,
                 argument_default=None, conflict_handler="error", add_help=True,
                 allow_abbrev=True, exit_on_error=True):
        super().__init__(description, prefix_chars, argument_default, conflict_handler)
        if prog is None:
            prog = (_sys.argv[0] if _sys.argv else "").rsplit("/", 1)[-1]
        self.prog, self.usage, self.epilog = prog, usage, epilog
        self._formatter_class = formatter_class
        self.fromfile_prefix_chars = fromfile_prefix_chars
        self.add_help, self.allow_abbrev = add_help, allow_abbrev
        self.exit_on_error = exit_on_error
        self._positionals = self.add_argument_group("positional arguments")
        self._optionals = self.add_argument_group("options")
        self._subparsers = None
        if add_help:
            char = "-" if "-" in prefix_chars else prefix_chars[0]
            self.add_argument(char + "h", char * 2 + "help", action="help", default=SUPPRESS,
                              help="show this help message and exit")
        for parent in parents:
            self._take_over(parent)

    @property
    def formatter_class(self):
        if self._formatter_class is None:
            from _argparse_help import HelpFormatter
            self._formatter_class = HelpFormatter
        return self._formatter_class

    @formatter_class.setter
    def formatter_class(self, value):
        self._formatter_class = value

    def _take_over(self, parent):
        if not isinstance(parent, ArgumentParser):
            raise TypeError("parents must be a list of ArgumentParser")
        own = {group.title: group for group in self._action_groups}
        places = {}
        for group in parent._action_groups:
            if group.title not in own:
                own[group.title] = self.add_argument_group(group.title, group.description)
            for action in group._group_actions:
                places[id(action)] = own[group.title]
        for group in parent._mutually_exclusive_groups:
            mine = self.add_mutually_exclusive_group(required=group.required)
            for action in group._group_actions:
                mine._group_actions.append(action)
        for action in parent._actions:
            places.get(id(action), self)._add_action(action)
        self._defaults.update(parent._defaults)

    def __repr__(self):
        names = ("prog", "usage", "description", "formatter_class", "conflict_handler", "add_help")
        text = ", ".join([f"{name}={getattr(self, name)!r}" for name in names])
        return f"{type(self).__name__}({text})"

    def add_subparsers(self, **kwargs):
        if self._subparsers is not None:
            raise ArgumentError(None, "cannot have multiple subparser arguments")
        kwargs.setdefault("parser_class", type(self))
        if "title" in kwargs or "description" in kwargs:
            self._subparsers = self.add_argument_group(
                kwargs.pop("title", "subcommands"), kwargs.pop("description", None))
        else:
            self._subparsers = self._positionals
        if kwargs.get("prog") is None:
            formatter = self._get_formatter()
            formatter.add_usage(self.usage, [a for a in self._actions if not a.option_strings],
                                self._mutually_exclusive_groups, "")
            kwargs["prog"] = formatter.format_help().strip()
        make = self._registry_get("action", kwargs.pop("action", "parsers"))
        action = make(option_strings=[], **kwargs)
        self._subparsers._add_action(action)
        return action

    def _add_action(self, action):
        (self._optionals if action.option_strings else self._positionals)._add_action(action)
        return action

    def parse_args(self, args=None, namespace=None):
        namespace, rest = self.parse_known_args(args, namespace)
        if rest:
            self._fail(None, f"unrecognized arguments: {' '.join(rest)}")
        return namespace

    def parse_intermixed_args(self, args=None, namespace=None):
        namespace, rest = self.parse_known_intermixed_args(args, namespace)
        if rest:
            self._fail(None, f"unrecognized arguments: {' '.join(rest)}")
        return namespace

    # Options first, then all other words as positional arguments.
    def parse_known_intermixed_args(self, args=None, namespace=None):
        positionals = [a for a in self._actions if not a.option_strings]
        if any(a.nargs in (PARSER, REMAINDER) for a in positionals):
            nargs = next(a.nargs for a in positionals if a.nargs in (PARSER, REMAINDER))
            raise TypeError(f"parse_intermixed_args: positional arg with nargs={nargs}")
        saved = [(a, a.nargs, a.default, a.required) for a in positionals]
        try:
            for action in positionals:
                action.nargs, action.default, action.required = SUPPRESS, SUPPRESS, False
            namespace, words = self.parse_known_args(args, namespace)
        finally:
            for action, *values in saved:
                action.nargs, action.default, action.required = values
        options = [a for a in self._actions if a.option_strings]
        needed = [a.required for a in options]
        try:
            for action in options:
                action.required = False
            return self.parse_known_args(words, namespace)
        finally:
            for action, required in zip(options, needed):
                action.required = required

    def parse_known_args(self, args=None, namespace=None):
        args = _sys.argv[1:] if args is None else list(args)
        if namespace is None:
            namespace = Namespace()
        for action in self._actions:
            if action.dest is not SUPPRESS and not hasattr(namespace, action.dest) and \
                    action.default is not SUPPRESS:
                setattr(namespace, action.dest, action.default)
        for dest, value in self._defaults.items():
            if not hasattr(namespace, dest):
                setattr(namespace, dest, value)
        try:
            rest = _Run(self, args, namespace).parse()
        except ArgumentError as error:
            if not self.exit_on_error:
                raise
            self.error(str(error))
        rest += vars(namespace).pop("_unrecognized_args", [])
        return namespace, rest

    def _fail(self, argument, message):
        if self.exit_on_error:
            self.error(message)
        raise ArgumentError(argument, message)

    def convert_arg_line_to_args(self, arg_line):
        return [arg_line]

    # --- help and errors ---

    def _get_formatter(self):
        return self.formatter_class(prog=self.prog)

    def format_usage(self):
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        return formatter.format_help()

    def format_help(self):
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        formatter.add_text(self.description)
        for group in self._action_groups:
            formatter.start_section(group.title)
            formatter.add_text(group.description)
            formatter.add_arguments(group._group_actions)
            formatter.end_section()
        formatter.add_text(self.epilog)
        return formatter.format_help()

    def print_usage(self, file=None):
        self._print_message(self.format_usage(), file or _sys.stdout)

    def print_help(self, file=None):
        self._print_message(self.format_help(), file or _sys.stdout)

    def _print_message(self, message, file=None):
        if message:
            (file or _sys.stderr).write(message)

    def exit(self, status=0, message=None):
        if message:
            self._print_message(message, _sys.stderr)
        _sys.exit(status)

    def error(self, message):
        self.print_usage(_sys.stderr)
        self.exit(2, f"{self.prog}: error: {message}\n")


# --- parsing ---

# How many words an action takes: (least, most); most is None without limit.
def _limits(nargs):
    if isinstance(nargs, int):
        return nargs, nargs
    return {None: (1, 1), OPTIONAL: (0, 1), ZERO_OR_MORE: (0, None), ONE_OR_MORE: (1, None),
            PARSER: (1, None), REMAINDER: (0, None), SUPPRESS: (0, 0)}[nargs]


class _Run:
    def __init__(self, parser, args, namespace):
        self.parser, self.namespace = parser, namespace
        self.words = args if parser.fromfile_prefix_chars is None else self._with_files(args)
        self.positionals = [a for a in parser._actions if not a.option_strings]
        self.seen, self.seen_given, self.extras = set(), set(), []
        self.exclusive = {}
        for group in parser._mutually_exclusive_groups:
            for action in group._group_actions:
                self.exclusive.setdefault(id(action), []).extend(
                    a for a in group._group_actions if a is not action)
        self.kinds, self.options = "", {}
        for i, word in enumerate(self.words):
            if word == "--":
                self.kinds += "-" + "A" * (len(self.words) - i - 1)
                break
            option = self._as_option(word)
            if option is not None:
                self.options[i] = option
            self.kinds += "A" if option is None else "O"

    def _with_files(self, args):
        words = []
        for arg in args:
            if not arg or arg[0] not in self.parser.fromfile_prefix_chars:
                words.append(arg)
                continue
            try:
                with open(arg[1:]) as file:
                    lines = file.read().splitlines()
            except OSError as error:
                raise ArgumentError(None, str(error))
            inner = []
            for line in lines:
                inner += self.parser.convert_arg_line_to_args(line)
            words += self._with_files(inner)
        return words

    # (action or None, option string, what follows = or the letter) if the word is an option.
    def _as_option(self, word):
        parser = self.parser
        known = parser._option_string_actions
        if not word or word[0] not in parser.prefix_chars:
            return None
        if word in known:
            return known[word], word, None, None
        if len(word) == 1:
            return None
        option, equals, value = word.partition("=")
        if equals and option in known:
            return known[option], option, "=", value
        found = self._abbreviated(word)
        if len(found) > 1:
            names = ", ".join(option for _, option, _, _ in found)
            raise ArgumentError(None, f"ambiguous option: {word} could match {names}")
        if found:
            return found[0]
        if _is_negative_number(word) and not parser._negative_options:
            return None
        return None if " " in word else (None, word, None, None)

    def _abbreviated(self, word):
        parser, chars = self.parser, self.parser.prefix_chars
        known, found = parser._option_string_actions, []
        option, equals, value = word.partition("=")
        value, sep = (value, "=") if equals else (None, None)
        if word[1] in chars:
            if parser.allow_abbrev:
                found = [(action, name, sep, value) for name, action in known.items()
                         if name.startswith(option)]
            return found
        short, rest = word[:2], word[2:]
        for name, action in known.items():
            if name == short:
                found.append((action, name, "", rest))
            elif parser.allow_abbrev and name.startswith(option):
                found.append((action, name, sep, value))
        return found

    def parse(self):
        last = max(self.options, default=-1)
        at = 0
        while at <= last:
            following = min(i for i in self.options if i >= at)
            if following != at:
                stop = self._take_positionals(at)
                if stop > at:
                    at = stop
                    continue
            if at not in self.options:
                self.extras += self.words[at:following]
                at = following
            at = self._take_option(at)
        at = self._take_positionals(at)
        self.extras += self.words[at:]
        self._check_required()
        return self.extras

    # --- positional arguments ---

    def _take_positionals(self, at):
        kinds = self.kinds[at:]
        actions, counts = self._fit(kinds)
        for action, count in zip(actions, counts):
            words = self.words[at:at + count]
            if action.nargs == PARSER and words and "-" in self.kinds[at:at + 1]:
                words = words[1:]
            elif action.nargs not in (PARSER, REMAINDER) and "-" in self.kinds[at:at + count]:
                words = [w for i, w in enumerate(words) if self.kinds[at + i] != "-"]
            at += count
            self._act(action, words)
        self.positionals = self.positionals[len(actions):]
        return at

    # The actions that can be served now, as many as possible, and how many words each takes:
    # as many as it can so that those behind it get what they need.
    def _fit(self, kinds):
        for size in range(len(self.positionals), 0, -1):
            actions = self.positionals[:size]
            counts = self._match(actions, kinds)
            if counts is not None:
                return actions, counts
        return [], []

    def _match(self, actions, kinds):
        if not actions:
            return []
        action = actions[0]
        least, most = _limits(action.nargs)
        reach = len(kinds) if action.nargs == REMAINDER else \
            self._reach(kinds, action.nargs == PARSER)
        possible = [n for n in range(reach, -1, -1)
                    if self._counted(kinds[:n], action) >= least and
                    (most is None or self._counted(kinds[:n], action) <= most)]
        for n in possible:
            rest = self._match(actions[1:], kinds[n:])
            if rest is not None:
                return [n, *rest]
        return None

    def _reach(self, kinds, is_parser):
        if is_parser and kinds.lstrip("-")[:1] == "A":
            return len(kinds)
        end = kinds.find("O")
        return len(kinds) if end < 0 else end

    # Words that count: not the "--".
    def _counted(self, kinds, action):
        return len(kinds) if action.nargs == REMAINDER else len(kinds) - kinds.count("-")

    # --- options ---

    def _take_option(self, at):
        action, option, sep, value = self.options[at]
        if action is None:
            self.extras.append(self.words[at])
            return at + 1
        at += 1
        while value is not None:
            least, most = _limits(action.nargs)
            if most == 0 and sep == "" and value and option[1:2] not in self.parser.prefix_chars:
                self._act(action, [], option)  # one of several letters after one hyphen
                option = option[0] + value[0]
                inner = self.parser._option_string_actions.get(option)
                if inner is None:
                    raise ArgumentError(action, f"ignored explicit argument {value!r}")
                action, value = inner, value[1:]
                if not value:
                    value = None
                elif value[0] == "=":
                    value, sep = value[1:], "="
                continue
            if most == 0 or least > 1:
                raise ArgumentError(action, f"ignored explicit argument {value!r}" if most == 0
                                    else _expected(action.nargs))
            self._act(action, [value], option)
            return at
        count = self._count_for(action, at)
        self._act(action, self.words[at:at + count], option)
        return at + count

    def _count_for(self, action, at):
        least, most = _limits(action.nargs)
        kinds = self.kinds[at:]
        if action.nargs not in (PARSER, REMAINDER):
            kinds = kinds.replace("-", "O")
            end = kinds.find("O")
            kinds = kinds if end < 0 else kinds[:end]
        if len(kinds) < least:
            raise ArgumentError(action, _expected(action.nargs))
        return len(kinds) if most is None else min(len(kinds), most)

    # --- values ---

    def _act(self, action, words, option=None):
        self.seen.add(id(action))
        values = self._values(action, words)
        if values is not action.default:
            self.seen_given.add(id(action))
            for other in self.exclusive.get(id(action), ()):
                if id(other) in self.seen_given:
                    raise ArgumentError(action, f"not allowed with argument {_name_of(other)}")
        if values is not SUPPRESS:
            action(self.parser, self.namespace, values, option)

    def _values(self, action, words):
        nargs = action.nargs
        if nargs == OPTIONAL and not words:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str) and value is not SUPPRESS:
                value = self._converted(action, value)
                self._check(action, value)
            return value
        if nargs == ZERO_OR_MORE and not words and not action.option_strings:
            if action.default is not None:
                return action.default
            return []
        if nargs == SUPPRESS:
            return SUPPRESS
        values = [self._converted(action, word) for word in words]
        if nargs == PARSER:
            self._check(action, values[0])
            return values
        if nargs != REMAINDER:
            for value in values:
                self._check(action, value)
        return values[0] if nargs in (None, OPTIONAL) and values else values

    def _converted(self, action, word):
        convert = self.parser._registry_get("type", action.type, action.type)
        try:
            return convert(word)
        except ArgumentTypeError as error:
            raise ArgumentError(action, str(error)) from None
        except (TypeError, ValueError):
            name = getattr(action.type, "__name__", repr(action.type))
            raise ArgumentError(action, f"invalid {name} value: {word!r}") from None

    def _check(self, action, value):
        choices = action.choices
        if choices is None:
            return
        if isinstance(choices, str):
            choices = iter(choices)
        if value not in choices:
            shown = ", ".join(map(repr, action.choices))
            raise ArgumentError(action, f"invalid choice: {value!r} (choose from {shown})")

    def _check_required(self):
        missing = []
        for action in self.parser._actions:
            if id(action) in self.seen:
                continue
            if action.required:
                missing.append(_name_of(action))
            elif isinstance(action.default, str) and action.default is not SUPPRESS and \
                    getattr(self.namespace, action.dest, None) is action.default:
                setattr(self.namespace, action.dest, self._converted(action, action.default))
        if missing:
            raise ArgumentError(None, "the following arguments are required: "
                                f"{', '.join(map(str, missing))}")
        for group in self.parser._mutually_exclusive_groups:
            if group.required and not any(id(a) in self.seen_given for a in group._group_actions):
                names = " ".join([_name_of(a) for a in group._group_actions
                                  if a.help is not SUPPRESS])
                raise ArgumentError(None, f"one of the arguments {names} is required")


def _expected(nargs):
    words = {None: "expected one argument", OPTIONAL: "expected at most one argument",
             ONE_OR_MORE: "expected at least one argument"}
    if nargs in words:
        return words[nargs]
    return f"expected {nargs} argument{'' if nargs == 1 else 's'}"
