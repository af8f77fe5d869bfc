# string: characters by kind, templates and the formatter behind str.format().
whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or " ").join([word.capitalize() for word in s.split(sep)])


def _is_start(char):
    return char.isascii() and (char.isalpha() or char == "_")


# Where the plain identifier that begins at `at` ends; `at` if there is none.
def _end_of_name(text, at):
    if text[at:at + 1] == "" or not _is_start(text[at]):
        return at
    while at < len(text) and (_is_start(text[at]) or text[at].isascii() and text[at].isdigit()):
        at += 1
    return at


class Template:
    delimiter = "$"
    idpattern = r"(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = None
    pattern = None  # a subclass's own: a regular expression with groups of the documented names

    def __init__(self, template):
        self.template = template

    # (start, end, kind, name) of each placeholder; kind: "escaped", "named" or "invalid".
    def _places(self):
        cls = type(self)
        if cls.pattern is not None or cls.idpattern != Template.idpattern or cls.braceidpattern:
            yield from self._places_by_pattern()
            return
        text, delimiter = self.template, self.delimiter
        at = text.find(delimiter)
        while at >= 0:
            start, at = at, at + len(delimiter)
            if text.startswith(delimiter, at):
                at += len(delimiter)
                yield start, at, "escaped", None
            elif text.startswith("{", at) and (end := _end_of_name(text, at + 1)) > at + 1 and \
                    text.startswith("}", end):
                name, at = text[at + 1:end], end + 1
                yield start, at, "named", name
            elif (end := _end_of_name(text, at)) > at:
                name, at = text[at:end], end
                yield start, at, "named", name
            else:
                yield start, at, "invalid", None
            at = text.find(delimiter, at)

    def _places_by_pattern(self):
        import re
        flags = re.IGNORECASE if self.flags is None else self.flags
        pattern = self.pattern
        if pattern is None:
            escaped = re.escape(self.delimiter)
            braced = self.braceidpattern or self.idpattern
            pattern = (rf"{escaped}(?:(?P<escaped>{escaped})|(?P<named>{self.idpattern})|"
                       rf"{{(?P<braced>{braced})}}|(?P<invalid>))")
        elif isinstance(pattern, str):
            flags |= re.VERBOSE
        compiled = re.compile(pattern, flags) if isinstance(pattern, str) else pattern
        for found in compiled.finditer(self.template):
            groups = found.groupdict()
            name = groups.get("named") or groups.get("braced")
            kind = "named" if name is not None else \
                "escaped" if groups.get("escaped") is not None else "invalid"
            yield found.start(), found.end(), kind, name

    def _invalid(self, at):
        lines = self.template[:at].splitlines(keepends=True)
        column = at - len("".join(lines[:-1])) + 1 if lines else 1
        raise ValueError(f"Invalid placeholder in string: line {max(len(lines), 1)}, "
                         f"col {column}")

    def _replaced(self, mapping, kws, is_safe):
        if mapping is None:
            mapping = kws
        elif kws:
            from collections import ChainMap
            mapping = ChainMap(kws, mapping)
        pieces, last = [], 0
        for start, end, kind, name in self._places():
            pieces.append(self.template[last:start])
            last = end
            if kind == "escaped":
                pieces.append(self.delimiter)
            elif kind == "named":
                try:
                    pieces.append(str(mapping[name]))
                except KeyError:
                    if not is_safe:
                        raise
                    pieces.append(self.template[start:end])
            elif is_safe:
                pieces.append(self.template[start:end])
            else:
                self._invalid(start)
        return "".join(pieces) + self.template[last:]

    def substitute(self, mapping=None, /, **kws):
        return self._replaced(mapping, kws, False)

    def safe_substitute(self, mapping=None, /, **kws):
        return self._replaced(mapping, kws, True)

    def is_valid(self):
        return all(kind != "invalid" for _, _, kind, _ in self._places())

    def get_identifiers(self):
        return list(dict.fromkeys(name for _, _, _, name in self._places() if name is not None))


# --- Formatter ---

# The pieces of a format text: (literal, field or None, spec, conversion).
def _parse(text):
    literal, at, size = "", 0, len(text)
    while at < size:
        char = text[at]
        at += 1
        if char not in "{}":
            literal += char
        elif text[at:at + 1] == char:
            literal += char
            at += 1
            yield literal, None, None, None
            literal = ""
        elif char == "}":
            raise ValueError("Single '}' encountered in format string")
        else:
            end = _end_of_field(text, at)
            yield (literal, *_split_field(text[at:end]))
            literal, at = "", end + 1
    if literal:
        yield literal, None, None, None


def _end_of_field(text, at):
    if at == len(text):
        raise ValueError("Single '{' encountered in format string")
    depth, in_brackets = 1, False
    for i in range(at, len(text)):
        char = text[i]
        if in_brackets:
            in_brackets = char != "]"
        elif char == "[" and depth == 1 and ":" not in text[at:i]:
            in_brackets = True
        elif char == "{":
            depth += 1
        elif char == "}":
            depth -= 1
            if depth == 0:
                return i
    raise ValueError("expected '}' before end of string")


def _split_field(field):
    in_brackets = False
    for i, char in enumerate(field):
        if in_brackets:
            in_brackets = char != "]"
        elif char == "[":
            in_brackets = True
        elif char == ":":
            return field[:i], field[i + 1:], None
        elif char == "!":
            if i + 1 == len(field):
                raise ValueError("end of string while looking for conversion specifier")
            rest = field[i + 2:]
            if rest and rest[0] != ":":
                raise ValueError("expected ':' after conversion specifier")
            return field[:i], rest[1:], field[i + 1]
    return field, "", None


# The first name or number of a field, and the attributes and items that follow.
def _split_name(field):
    end = min((i for i in (field.find("."), field.find("[")) if i >= 0), default=len(field))
    first, parts = field[:end], []
    while end < len(field):
        if field[end] == ".":
            stop = min((i for i in (field.find(".", end + 1), field.find("[", end + 1)) if i >= 0),
                       default=len(field))
            name = field[end + 1:stop]
            if not name:
                raise ValueError("Empty attribute in format string")
            parts.append((True, name))
            end = stop
        elif field[end] == "[":
            stop = field.find("]", end)
            if stop < 0:
                raise ValueError("Missing ']' in format string")
            key = field[end + 1:stop]
            if not key:
                raise ValueError("Empty attribute in format string")
            parts.append((False, int(key) if key.isdecimal() else key))
            end = stop + 1
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
    return int(first) if first.isdecimal() else first, parts


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError("Max string recursion exceeded")
        result = []
        for literal, field, spec, conversion in self.parse(format_string):
            if literal:
                result.append(literal)
            if field is None:
                continue
            first, _ = _split_name(field)
            if first == "":
                if auto_arg_index is False:
                    raise ValueError("cannot switch from manual field specification to automatic "
                                     "field numbering")
                field = str(auto_arg_index) + field
                auto_arg_index += 1
            elif field.isdigit():
                if auto_arg_index:
                    raise ValueError("cannot switch from manual field specification to automatic "
                                     "field numbering")
                auto_arg_index = False
            obj, used = self.get_field(field, args, kwargs)
            used_args.add(used)
            obj = self.convert_field(obj, conversion)
            spec, auto_arg_index = self._vformat(spec, args, kwargs, used_args,
                                                 recursion_depth - 1, auto_arg_index)
            result.append(self.format_field(obj, spec))
        return "".join(result), auto_arg_index

    def parse(self, format_string):
        return _parse(format_string)

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def get_field(self, field_name, args, kwargs):
        first, parts = _split_name(field_name)
        obj = self.get_value(first, args, kwargs)
        for is_attribute, name in parts:
            obj = getattr(obj, name) if is_attribute else obj[name]
        return obj, first

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        convert = {"s": str, "r": repr, "a": ascii}.get(conversion)
        if convert is None:
            raise ValueError(f"Unknown conversion specifier {conversion!s}")
        return convert(value)
