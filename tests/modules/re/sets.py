import re


def shown(m):
    return m and (m.group(), m.span(), m.groups(), m.groupdict(), m.lastindex, m.lastgroup)


for pattern, text in (
    ('[a-c]+', 'xxabcab'),
    ('[^a-c]+', 'abcxyz'),
    ('[]]', 'a]'),
    ('[^]]', 'a]'),
    ('[a-]', '-'),
    ('[-a]', '-'),
    ('[\\d]+', 'ab12'),
    ('\\d+', 'ab12'),
    ('\\D+', '12ab'),
    ('\\w+', '!ab_1'),
    ('\\W+', 'ab !!'),
    ('\\s+', 'a \t\nb'),
    ('\\S+', ' ab '),
    ('\\bfoo\\b', 'a foo b'),
    ('\\Boo', 'foo'),
    ('[\\b]', '\x08'),
    ('[\\]]', ']'),
    ('[a\\-z]+', '-az'),
    ('[\\w-]+', 'a-b'),
    ('[0-9a-fA-F]+', 'xyz1F'),
    ('(\\d+)-(\\d+)', '10-20'),
    ('(?P<year>\\d{4})-(?P<m>\\d\\d)', 'on 2024-05'),
    ('[\\s\\S]', '\n'),
    ('[^\\s]+', ' ab'),
    ('[^\\W\\d]+', '12ab'),
    ('a[b]c', 'abc'),
):
    for find in (re.match, re.search, re.fullmatch):
        print(ascii(pattern), find.__name__, ascii(shown(find(pattern, text))))
