# Regular expressions: the pattern up to the first zero byte, then the subject.
import re


def one(data):
    pattern, _, subject = data.partition(b"\0")
    for kind in (bytes, lambda b: b.decode()):
        try:
            compiled = re.compile(kind(pattern))
            text = kind(subject)
        except (ValueError, re.error, RecursionError, OverflowError):
            continue
        try:
            found = compiled.search(text)
            if found:
                start, end = found.span()
                assert 0 <= start <= end <= len(text)
                assert found.group(0) == text[start:end]
            compiled.sub(text[:0], text)
            compiled.split(text)
        except RecursionError:
            pass
