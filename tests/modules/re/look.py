import re


def shown(m):
    return m and (m.group(), m.span(), m.groups(), m.groupdict(), m.lastindex, m.lastgroup)


for pattern, text in (
    ('a(?=b)', 'ab'),
    ('a(?!b)', 'abac'),
    ('(?<=a)b', 'ab'),
    ('(?<!a)b', 'abcb'),
    ('(?<=ab)c', 'abc'),
    ('(?<=a|b)c', 'bc'),
    ('(?:(a)|b)(?(1)c|d)', 'ac'),
    ('(?:(a)|b)(?(1)c|d)', 'bd'),
    ('(?:(a)|b)(?(1)c|d)', 'bc'),
    ('(<)?x(?(1)>)', '<x>'),
    ('(<)?x(?(1)>)', 'x'),
    ('(?>a+)b', 'aaab'),
    ('(?>a+)a', 'aaa'),
    ('a++b', 'aab'),
    ('a++a', 'aaa'),
    ('a*+a', 'aa'),
    ('a?+a', 'a'),
    ('(?:ab)++a', 'ababa'),
    ('a{2,3}+a', 'aaa'),
    ('(?<=\\d{3})x', '123x'),
    ('(?<!\\s)x', ' xx'),
    ('(?=(a+))', 'baaa'),
    ('(?=(a+))a*b\\1', 'baaabac'),
    ('(?!(a))b', 'b'),
    ('(?:(?=a)|b)+', 'ab'),
    ('(a)?(?(1)b|c)', 'c'),
    ('(?:a(?=b)|ab)c?', 'abc'),
):
    for find in (re.match, re.search, re.fullmatch):
        print(ascii(pattern), find.__name__, ascii(shown(find(pattern, text))))
