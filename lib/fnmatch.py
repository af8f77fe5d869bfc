# fnmatch: names matched with * ? [abc] [!a-z].


# Where the set of characters that begins at `at` (behind the [) ends; -1: it is no set.
def _end_of_set(pat, at):
    end = at
    if pat[end:end + 1] == "!":
        end += 1
    if pat[end:end + 1] == "]":
        end += 1
    return pat.find("]", end)


def _in_set(char, chars):
    inverted = chars[:1] == "!"
    i = 1 if inverted else 0
    found = False
    while i < len(chars):
        if chars[i + 1:i + 2] == "-" and i + 2 < len(chars):
            found = found or chars[i] <= char <= chars[i + 2]
            i += 3
        else:
            found = found or chars[i] == char
            i += 1
    return found != inverted


def fnmatchcase(name, pat):
    if isinstance(name, bytes):
        name, pat = name.decode("latin-1"), pat.decode("latin-1")
    i = j = 0
    star = mark = -1  # the last * and where the name stood: what to go back to
    while i < len(name):
        char = pat[j:j + 1]
        if char == "*":
            star, mark = j, i
            j += 1
            continue
        end = _end_of_set(pat, j + 1) if char == "[" else -1
        if end >= 0 and _in_set(name[i], pat[j + 1:end]):
            i, j = i + 1, end + 1
        elif end < 0 and char and (char == "?" or char == name[i]):
            i, j = i + 1, j + 1
        elif star >= 0:
            mark += 1
            i, j = mark, star + 1
        else:
            return False
    return not pat[j:].strip("*" if isinstance(pat, str) else b"*")


fnmatch = fnmatchcase  # names differ by case wherever this runs


def filter(names, pat):
    return [name for name in names if fnmatchcase(name, pat)]


def translate(pat):
    from re import escape
    out, i = [], 0
    while i < len(pat):
        char = pat[i]
        i += 1
        if char == "*":
            if not out or out[-1] != ".*":
                out.append(".*")
        elif char == "?":
            out.append(".")
        elif char == "[" and (end := _end_of_set(pat, i)) >= 0:
            chars = pat[i:end].replace("\\", r"\\")
            i = end + 1
            if chars[:1] == "!":
                chars = "^" + chars[1:]
            elif chars[:1] in ("^", "["):
                chars = "\\" + chars
            out.append(f"[{chars}]")
        else:
            out.append(escape(char))
    return rf"(?s:{''.join(out)})\Z"
