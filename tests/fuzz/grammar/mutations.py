"""Almost valid programs: a valid one with a few tokens, lines or characters changed."""
import re

TOKEN = re.compile(r"\s+|[A-Za-z_]\w*|[0-9][\w.]*|\"\"\"|'''|[-+*/%@&|^<>=!:]=|//|\*\*|->|<<|>>|.", re.S)
WORDS = ("if", "else", "for", "in", "while", "def", "class", "return", "yield", "await", "async",
         "lambda", "with", "as", "try:", "except", "except*", "finally:", "match", "case", "del",
         "global i1", "nonlocal i1", "not", "is", "and", "import", "from", "None", "*", "**", "=",
         ":=", ":", "(", ")", "[", "]", "{", "}", ",", ".", ";", "@", "->", "...", "\n", "\\\n",
         "    ", "\t", "f'{", "}'", "'", '"""', "b'", "0x", "1_", "1e", "_", "\0", "é", "#", "type",
         "x", "0", "!", "~", "$", "?", "\f", "+=", "==", "break", "continue", "raise", "assert")


def mutate(random, text):
    for _ in range(random.choice((1, 1, 1, 2, 3, 6))):
        text = random.choice((tokens, tokens, tokens, lines, characters, nest))(random, text)
    return text


def tokens(random, text):
    parts = TOKEN.findall(text)
    at = random.randrange(len(parts) + 1)
    change = random.randrange(5)
    if change == 0:
        parts.insert(at, " " + random.choice(WORDS) + " ")
    elif change == 1:
        parts[at:at + 1] = []
    elif change == 2:
        parts[at:at + 1] = [random.choice(WORDS)]
    elif change == 3 and parts:
        parts[at:at] = parts[random.randrange(len(parts)):][:random.randint(1, 8)]
    else:
        parts[at:at + 1] = [random.choice(parts)] if parts else []
    return "".join(parts)


def lines(random, text):
    rows = text.split("\n")
    at = random.randrange(len(rows))
    change = random.randrange(5)
    if change == 0:
        del rows[at]
    elif change == 1:
        rows[at] = rows[at][random.choice((1, 2, 4)):]
    elif change == 2:
        rows[at] = random.choice((" ", "    ", "\t")) + rows[at]
    elif change == 3:
        rows.insert(at, random.choice(rows))
    else:
        other = random.randrange(len(rows))
        rows[at], rows[other] = rows[other], rows[at]
    return "\n".join(rows)


def characters(random, text):
    at = random.randrange(len(text) + 1)
    put = random.choice(("", chr(random.randrange(1, 128)), random.choice("()[]{}'\"\\\n#:=,")))
    return text[:at] + put + text[at + random.randrange(2):]


def nest(random, text):
    """Something repeated often, at one place."""
    at = random.randrange(len(text) + 1)
    what = random.choice(("(", "[", "{", "-", "not ", "lambda: ", "1 if ", "a.", "[1][", "f'{",
                          "*", "x = ", "if 1:\n", "x,", "1 + ", "a(", "async ", "@f\n", "await "))
    return text[:at] + what * random.choice((2, 20, 90, 300, 3000)) + text[at:]
