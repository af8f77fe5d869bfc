# textwrap: breaking paragraphs into lines, and indentation.
_whitespace = "\t\n\x0b\x0c\r "


class TextWrapper:
    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True,
                 replace_whitespace=True, fix_sentence_endings=False, break_long_words=True,
                 drop_whitespace=True, break_on_hyphens=True, tabsize=8, *, max_lines=None,
                 placeholder=" [...]"):
        self.width = width
        self.initial_indent, self.subsequent_indent = initial_indent, subsequent_indent
        self.expand_tabs, self.tabsize = expand_tabs, tabsize
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words, self.break_on_hyphens = break_long_words, break_on_hyphens
        self.drop_whitespace = drop_whitespace
        self.max_lines, self.placeholder = max_lines, placeholder

    def wrap(self, text):
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate({ord(char): " " for char in _whitespace})
        chunks = self._chunks(text)
        if self.fix_sentence_endings:
            _fix_sentence_endings(chunks)
        return self._lines(chunks)

    def fill(self, text):
        return "\n".join(self.wrap(text))

    # Words and the white space between them, in turn; a word is cut behind its hyphens.
    def _chunks(self, text):
        chunks, at = [], 0
        while at < len(text):
            start, is_space = at, text[at] in _whitespace
            while at < len(text) and (text[at] in _whitespace) == is_space:
                at += 1
            if is_space or not self.break_on_hyphens:
                chunks.append(text[start:at])
            else:
                chunks += _cut_at_hyphens(text[start:at])
        return chunks

    def _lines(self, chunks):
        lines = []
        chunks.reverse()
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and lines and not chunks[-1].strip():
                chunks.pop()
            line, size = [], 0
            while chunks and size + len(chunks[-1]) <= width:
                size += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                self._take_long_word(chunks, line, size, width)
                size = sum(map(len, line))
            if self.drop_whitespace and line and not line[-1].strip():
                size -= len(line.pop())
            if not line:
                continue
            is_last = self.max_lines is not None and len(lines) + 1 >= self.max_lines
            has_more = chunks and not (self.drop_whitespace and len(chunks) == 1 and
                                       not chunks[0].strip())
            if not is_last or not has_more and size <= width:
                lines.append(indent + "".join(line))
                continue
            self._end_with_placeholder(lines, indent, line, size, width)
            break
        return lines

    def _take_long_word(self, chunks, line, size, width):
        space = 1 if width < 1 else width - size
        if self.break_long_words:
            chunk, end = chunks[-1], space
            if self.break_on_hyphens and len(chunk) > space:
                hyphen = chunk.rfind("-", 0, space)
                if hyphen > 0 and any(char != "-" for char in chunk[:hyphen]):
                    end = hyphen + 1
            line.append(chunk[:end])
            chunks[-1] = chunk[end:]
        elif not line:
            line.append(chunks.pop())

    def _end_with_placeholder(self, lines, indent, line, size, width):
        while line:
            if line[-1].strip() and size + len(self.placeholder) <= width:
                line.append(self.placeholder)
                lines.append(indent + "".join(line))
                return
            size -= len(line.pop())
        if lines:
            previous = lines[-1].rstrip()
            if len(previous) + len(self.placeholder) <= self.width:
                lines[-1] = previous + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())


# Two spaces behind a lower-case letter, the end of a sentence and perhaps a quotation mark.
def _fix_sentence_endings(chunks):
    for i in range(len(chunks) - 1):
        if chunks[i + 1] == " ":
            word = chunks[i].rstrip("\"'") if chunks[i][-1:] in "\"'" else chunks[i]
            if len(chunks[i]) - len(word) <= 1 and word[-1:] in (".", "!", "?") and \
                    word[-2:-1].islower():
                chunks[i + 1] = "  "


# A word can be cut behind a hyphen that has two letters before it and a letter behind, or where
# a dash of two or more hyphens stands between words.
def _cut_at_hyphens(word):
    pieces, start, at = [], 0, 0
    while at < len(word):
        if word[at] != "-":
            at += 1
            continue
        end = at
        while end < len(word) and word[end] == "-":
            end += 1
        is_word_before = at > start and (word[at - 1].isalnum() or word[at - 1] in "_!\"'&.,?")
        if end - at > 1:
            if is_word_before and end < len(word) and (word[end].isalnum() or word[end] == "_"):
                pieces += [word[start:at], word[at:end]]
                start = end
        elif end < len(word) and at - start >= 2 and _is_letter(word[at - 1]) and \
                _is_letter_or_hyphen(word, at - 2) and _is_compound(word, end):
            pieces.append(word[start:end])
            start = end
        at = end
    if start < len(word):
        pieces.append(word[start:])
    return pieces


def _is_letter(char):
    return (char.isalnum() or char == "_") and not char.isdigit()


def _is_letter_or_hyphen(word, at):
    return _is_letter(word[at]) or word[at] == "-" and at > 0 and _is_letter(word[at - 1])


# Whether what follows the hyphen begins like a word: a letter, then a letter or a hyphen.
def _is_compound(word, at):
    if not _is_letter(word[at]):
        return False
    following = word[at + 1:at + 2]
    if following == "-":
        following = word[at + 2:at + 3]
    return following != "" and _is_letter(following)


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
    lines = text.split("\n")
    margin = None
    for i, line in enumerate(lines):
        content = line.lstrip(" \t")
        if not content:
            lines[i] = ""
            continue
        indent = line[:len(line) - len(content)]
        if margin is None:
            margin = indent
            continue
        same = 0
        while same < min(len(margin), len(indent)) and margin[same] == indent[same]:
            same += 1
        margin = margin[:same]
    if margin:
        lines = [line[len(margin):] if line else line for line in lines]
    return "\n".join(lines)


def indent(text, prefix, predicate=None):
    if predicate is None:
        predicate = str.strip
    return "".join([prefix + line if predicate(line) else line
                    for line in text.splitlines(True)])
