import re


def shown(m):
    return m and (m.group(), m.span(), m.groups(), m.groupdict(), m.lastindex, m.lastgroup)


for pattern, text in (
    ('(?i)\xc9', '\xe9'),
    ('\xe9+', '\xe9\xe9'),
    ('.', '\xe9'),
    ('..', '\xe9\u20ac'),
    ('[\xe9-\xfc]+', '\xe9\xfc'),
    ('(?a)\\w+', 'a\xe9'),
    ('\\w+', 'a\xe9'),
    ('(?i)\xdf', '\u1e9e'),
):
    for find in (re.match, re.search, re.fullmatch):
        print(ascii(pattern), find.__name__, ascii(shown(find(pattern, text))))
