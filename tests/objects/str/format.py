def attempt(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


class A:
    x = 5

    def __getitem__(self, key):
        return "item %r" % (key,)

    def __format__(self, spec):
        return "fmt:" + spec

    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr"

    def __index__(self):
        return 7


a = A()

attempt("'{}'.format(1)")
attempt("'{} {}'.format(1, 2)")
attempt("'{0} {1} {0}'.format(1, 2)")
attempt("'{1}'.format(1)")
attempt("'{}'.format()")
attempt("'{a}'.format()")
attempt("'{0} {}'.format(1, 2)")
attempt("'{} {0}'.format(1, 2)")
attempt("'{'.format()")
attempt("'}'.format()")
attempt("'{{}}'.format()")
attempt("'{{{}}}'.format(1)")
attempt("'{0'.format(1)")
attempt("'{!r}'.format('a')")
attempt("'{!s}'.format('a')")
attempt("'{!a}'.format('\\xe9')")
attempt("'{!x}'.format('a')")
attempt("'{!}'.format('a')")
attempt("'{!r'.format(1)")
attempt("'{!rx}'.format(1)")
attempt("'{!r:>5}|'.format('a')")
attempt("'{:5}|'.format('a')")
attempt("'{:>5}|'.format('a')")
attempt("'{:^5}|'.format('a')")
attempt("'{:*^7}|'.format('ab')")
attempt("'{:{}}|'.format('a', 5)")
attempt("'{:{}{}}|'.format('a', '>', 5)")
attempt("'{:{:{}}}|'.format('a', 5, 5)")
attempt("'{0.x}'.format(a)")
attempt("'{0[k]}'.format(a)")
attempt("'{0[0]}'.format(a)")
attempt("'{0.x.real}'.format(a)")
attempt("'{0[a][b]}'.format({'a': {'b': 3}})")
attempt("'{0.}'.format(a)")
attempt("'{0[}'.format(a)")
attempt("'{0[]}'.format(a)")
attempt("'{0[a]x}'.format(a)")
attempt("'{0.y}'.format(a)")
attempt("'{:abc}'.format(a)")
attempt("'{a.b}'.format()")
attempt("'{0{}}'.format(1)")
attempt("'{0[{}]}'.format({'{}': 5})")
attempt("'{:d}'.format(5)")
attempt("'{:5d}|'.format(5)")
attempt("'{:05d}'.format(-5)")
attempt("'{:,}'.format(1234567)")
attempt("'{:_}'.format(1234567)")
attempt("'{:x}'.format(255)")
attempt("'{:#x}'.format(255)")
attempt("'{:#b}'.format(5)")
attempt("'{:o}'.format(8)")
attempt("'{:n}'.format(5)")
attempt("'{:c}'.format(97)")
attempt("'{:s}'.format('a')")
attempt("'{:s}'.format(5)")
attempt("'{:d}'.format('a')")
attempt("'{:.2}'.format('abc')")
attempt("'{:.2d}'.format(5)")
attempt("'{:+}'.format(5)")
attempt("'{: }'.format(5)")
attempt("'{:=+5}|'.format(5)")
attempt("'{:=5}'.format('a')")
attempt("'{:05}|'.format('a')")
attempt("'{:<05}|'.format(5)")
attempt("'{:zd}'.format(1)")
attempt("'{:\\xe9^5}'.format('a')")
attempt("'{!r:}'.format('a')")
attempt("'{:}'.format('a')")
attempt("'{:!r}'.format('a')")
attempt("'{0[!]}'.format({'!': 1})")
attempt("'{0[:]}'.format({':': 1})")
attempt("'a{}b{}c'.format('x', 'y')")
attempt("'\\xe9{}\\u20ac'.format('x')")
attempt("'{:{}'.format(1, 2)")
attempt("'{:}}'.format(1)")
attempt("'{}}'.format(1)")
attempt("'{0!r:{1}}|'.format('a', 5)")
attempt("'{: >{w}}|'.format('a')")
attempt("'{-1}'.format(1)")
attempt("'{ 0}'.format(1)")
attempt("'{0 }'.format(1)")
attempt("'{+1}'.format(1)")
attempt("'{0x}'.format(1)")
attempt("'{:,d}'.format(1234)")
attempt("'{:,s}'.format('a')")
attempt("'{:10}|'.format(None)")
attempt("'{}'.format(None)")
attempt("'{:d}'.format(True)")
attempt("'{}'.format(True)")
attempt("'{:5}|'.format(True)")
attempt("'{:>10}|'.format([1])")
attempt("'{!s:>10}|'.format([1])")
attempt("'{:\\x00<5}'.format('a')")
attempt("'{:<<5}'.format('a')")
attempt("'{:{<5}'.format('a')")
attempt("'{!r}{!s}'.format(1, 2)")
