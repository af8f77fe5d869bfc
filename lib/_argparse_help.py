# The texts of argparse's usage and help, loaded when one is printed.
import textwrap
from argparse import ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE


class HelpFormatter:
    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        if width is None:
            width = 78
            try:
                from os import environ
                width = int(environ["COLUMNS"]) - 2
            except (ImportError, KeyError, ValueError):
                pass
        self._prog, self._indent_increment, self._width = prog, indent_increment, width
        self._max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))
        self._indent = self._level = self._action_max_length = 0
        self._sections = [[]]  # of functions that give texts; the innermost last

    # --- what the help is made of ---

    def _add(self, make, *args):
        self._sections[-1].append(lambda: make(*args))

    def start_section(self, heading):
        self._shift(1)
        self._sections.append([heading, self._indent])

    def end_section(self):
        heading, _, *items = self._sections.pop()
        self._shift(-1)
        indent = self._indent

        def make():
            saved, self._indent = self._indent, indent + self._indent_increment
            body = "".join([item() for item in items])
            self._indent = saved
            if not body:
                return ""
            head = f"{' ' * indent}{heading}:\n" if heading not in (SUPPRESS, None) else ""
            return f"\n{head}{body}\n"
        self._sections[-1].append(make)

    def _shift(self, by):
        self._indent += by * self._indent_increment
        self._level += by

    def add_text(self, text):
        if text is not SUPPRESS and text is not None:
            self._add(self._format_text, text)

    def add_usage(self, usage, actions, groups, prefix=None):
        if usage is not SUPPRESS:
            self._add(self._format_usage, usage, list(actions), list(groups), prefix)

    def add_argument(self, action):
        if action.help is SUPPRESS:
            return
        longest = len(self._format_action_invocation(action)) + self._indent
        for inner in self._subactions(action):
            longest = max(longest, len(self._format_action_invocation(inner)) + self._indent +
                          self._indent_increment)
        self._action_max_length = max(self._action_max_length, longest)
        self._add(self._format_action, action)

    def add_arguments(self, actions):
        for action in actions:
            self.add_argument(action)

    def format_help(self):
        text = "".join([make() for make in self._sections[0]])
        while "\n\n\n" in text:
            text = text.replace("\n\n\n", "\n\n")
        return text.strip("\n") + "\n" if text else text

    # --- usage ---

    def _format_usage(self, usage, actions, groups, prefix):
        if prefix is None:
            prefix = "usage: "
        if usage is not None:
            usage = usage % {"prog": self._prog}
        elif not actions:
            usage = self._prog
        else:
            usage = self._wrapped_usage(actions, groups, len(prefix))
        return f"{prefix}{usage}\n\n"

    def _wrapped_usage(self, actions, groups, prefix):
        options = [a for a in actions if a.option_strings]
        positionals = [a for a in actions if not a.option_strings]
        parts = self._usage_parts(options, groups), self._usage_parts(positionals, groups)
        usage = " ".join([self._prog, *parts[0], *parts[1]])
        width = self._width - self._indent
        if prefix + len(usage) <= width:
            return usage
        if prefix + len(self._prog) <= 0.75 * width:
            indent = " " * (prefix + len(self._prog) + 1)
            if parts[0]:
                lines = _lines([self._prog, *parts[0]], indent, width, prefix)
                return "\n".join(lines + _lines(list(parts[1]), indent, width))
            return "\n".join(_lines([self._prog, *parts[1]], indent, width, prefix))
        indent = " " * prefix
        lines = _lines(parts[0] + parts[1], indent, width)
        if len(lines) > 1:
            lines = _lines(parts[0], indent, width) + _lines(parts[1], indent, width)
        return "\n".join([self._prog, *lines])

    def _usage_parts(self, actions, groups):
        shown = {}
        for group in groups:
            members = group._group_actions
            if not members or members[0] not in actions:
                continue
            first = actions.index(members[0])
            if actions[first:first + len(members)] == members:
                shown[first] = group
        parts, i = [], 0
        while i < len(actions):
            group = shown.get(i)
            if group is None:
                part = self._usage_of(actions[i], False)
                i += 1
            else:
                visible = [a for a in group._group_actions if a.help is not SUPPRESS]
                inner = " | ".join([self._usage_of(a, True) for a in visible])
                is_bare = len(visible) == 1 and not visible[0].option_strings
                part = inner if not inner or is_bare and group.required else \
                    f"({inner})" if group.required and len(visible) > 1 else \
                    inner if group.required else f"[{inner}]"
                i += len(group._group_actions)
            if part:
                parts.append(part)
        return parts

    def _usage_of(self, action, in_group):
        if action.help is SUPPRESS:
            return ""
        if not action.option_strings:
            part = self._format_args(action, self._positional_name(action))
            if in_group and part[:1] == "[" and part[-1:] == "]":
                part = part[1:-1]
            return part
        if action.nargs == 0:
            part = action.format_usage()
        else:
            args = self._format_args(action, self._get_default_metavar_for_optional(action))
            part = f"{action.option_strings[0]} {args}"
        return part if action.required or in_group else f"[{part}]"

    # --- texts ---

    def _format_text(self, text):
        if "%(prog)" in text:
            text = text % {"prog": self._prog}
        width = max(self._width - self._indent, 11)
        return self._fill_text(text, width, " " * self._indent) + "\n\n"

    def _split_lines(self, text, width):
        return textwrap.wrap(" ".join(text.split()), width)

    def _fill_text(self, text, width, indent):
        return textwrap.fill(" ".join(text.split()), width, initial_indent=indent,
                             subsequent_indent=indent)

    # --- actions ---

    def _subactions(self, action):
        return getattr(action, "_get_subactions", tuple)()

    def _format_action(self, action):
        position = min(self._action_max_length + 2, self._max_help_position)
        help_width = max(self._width - position, 11)
        name_width = position - self._indent - 2
        name = self._format_action_invocation(action)
        help_text = self._expand_help(action) if action.help and action.help.strip() else ""
        lines = self._split_lines(help_text, help_width) if help_text else []
        if not lines:
            text = f"{' ' * self._indent}{name}\n"
        elif len(name) <= name_width:
            text = f"{' ' * self._indent}{name:<{name_width}}  {lines.pop(0)}\n"
        else:
            text = f"{' ' * self._indent}{name}\n"
        text += "".join([f"{' ' * position}{line}\n" for line in lines])
        self._shift(1)
        for inner in self._subactions(action):
            text += self._format_action(inner)
        self._shift(-1)
        return text

    def _format_action_invocation(self, action):
        if not action.option_strings:
            return self._metavars(action, self._positional_name(action), 1)[0]
        if action.nargs == 0:
            return ", ".join(action.option_strings)
        args = self._format_args(action, self._get_default_metavar_for_optional(action))
        return ", ".join([f"{option} {args}" for option in action.option_strings])

    def _positional_name(self, action):
        return self._get_default_metavar_for_positional(action)

    def _get_default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _get_default_metavar_for_positional(self, action):
        return action.dest

    def _metavars(self, action, default, count):
        if action.metavar is not None:
            name = action.metavar
        elif action.choices is not None:
            name = "{" + ",".join(map(str, action.choices)) + "}"
        else:
            name = default
        return name if isinstance(name, tuple) else (name,) * count

    def _format_args(self, action, default):
        nargs = action.nargs
        if nargs is None:
            return self._metavars(action, default, 1)[0]
        if nargs == OPTIONAL:
            return f"[{self._metavars(action, default, 1)[0]}]"
        if nargs == ZERO_OR_MORE:
            names = self._metavars(action, default, 1)
            if len(names) == 2:
                return f"[{names[0]} [{names[1]} ...]]"
            return f"[{names[0]} ...]"
        if nargs == ONE_OR_MORE:
            names = self._metavars(action, default, 2)
            return f"{names[0]} [{names[1]} ...]"
        if nargs == REMAINDER:
            return "..."
        if nargs == PARSER:
            return f"{self._metavars(action, default, 1)[0]} ..."
        if nargs == SUPPRESS:
            return ""
        return " ".join(self._metavars(action, default, nargs))

    def _expand_help(self, action):
        values = {name: getattr(value, "__name__", value)
                  for name, value in vars(action).items() if value is not SUPPRESS}
        values["prog"] = self._prog
        if values.get("choices") is not None:
            values["choices"] = ", ".join(map(str, values["choices"]))
        return self._get_help_string(action) % values

    def _get_help_string(self, action):
        return action.help


# The parts side by side, in as few lines as they fit into.
def _lines(parts, indent, width, prefix=None):
    lines, line = [], []
    size = (prefix if prefix is not None else len(indent)) - 1
    for part in parts:
        if line and size + 1 + len(part) > width:
            lines.append(indent + " ".join(line))
            line, size = [], len(indent) - 1
        line.append(part)
        size += len(part) + 1
    if line:
        lines.append(indent + " ".join(line))
    if prefix is not None and lines:
        lines[0] = lines[0][len(indent):]
    return lines


class RawDescriptionHelpFormatter(HelpFormatter):
    def _fill_text(self, text, width, indent):
        return "".join([indent + line for line in text.splitlines(keepends=True)])


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    def _get_help_string(self, action):
        text = action.help or ""
        if "%(default)" not in text and action.default is not SUPPRESS and \
                (action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE)):
            text += " (default: %(default)s)"
        return text


class MetavarTypeHelpFormatter(HelpFormatter):
    def _get_default_metavar_for_optional(self, action):
        return action.type.__name__

    _get_default_metavar_for_positional = _get_default_metavar_for_optional
