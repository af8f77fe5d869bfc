import re

m = re.search('(?P<a>b)(?P<c>x)?(d)', 'abde')


def attempt(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


attempt('m')
attempt("m.group('a')")
attempt('m.group(0, 1, 2)')
attempt('m.group(9)')
attempt("m.group('zz')")
attempt('m.group(-1)')
attempt('m.group(1.5)')
attempt('m[1]')
attempt("m['c']")
attempt('m[9]')
attempt("m.groups('-')")
attempt("m.groupdict('-')")
attempt('m.start(2)')
attempt("m.end('a')")
attempt('m.span(3)')
attempt('m.span(2)')
attempt("m.expand('\\\\1-\\\\g<c>-\\\\3')")
attempt('m.string')
attempt('m.re')
attempt('m.pos')
attempt('m.endpos')
attempt('m.lastindex')
attempt('m.lastgroup')
attempt('m.regs')
attempt('bool(m)')
attempt('m.start()')
attempt('m.group(True)')
