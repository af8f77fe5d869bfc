import re


def shown(m):
    return m and (m.group(), m.span(), m.groups(), m.groupdict(), m.lastindex, m.lastgroup)


for pattern, text in (
    ('(?s).', '\n'),
    ('(?m)^b$', 'a\nb\nc'),
    ('(?i)ABC', 'abc'),
    ('(?x) a b # c\n c', 'abc'),
    ('(?i)[a-z]+', 'ABC'),
    ('(?i:a)b', 'Ab'),
    ('(?i:a)b', 'AB'),
    ('(?-i:a)b', 'ab'),
    ('(?i)(?-i:a)b', 'aB'),
    ('(?m)$', 'a\n'),
    ('(?i)(a)\\1', 'aA'),
    ('(?s:.)a', '\na'),
    ('(?m:^)b', 'a\nb'),
    ('(?ix) A b', 'AB'),
    ('(?i)[^a]', 'A'),
    ('(?i)[^a]', 'b'),
    ('(?i)k', 'K'),
    ('(?u)a', 'a'),
):
    for find in (re.match, re.search, re.fullmatch):
        print(ascii(pattern), find.__name__, ascii(shown(find(pattern, text))))
