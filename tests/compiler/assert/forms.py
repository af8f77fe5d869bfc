assert True
assert 1, "no"
for f in (lambda: exec("assert False"), lambda: exec("assert 0, 'msg'"), lambda: exec("assert (), [1, 2]"), lambda: exec("assert None, None")):
    try:
        f()
    except AssertionError as e:
        print(repr(e), e.args)
def t():
    print("evaluated")
    return "m"
assert 1, t()
try:
    assert 0, t()
except AssertionError as e:
    print(e)
AssertionError = 5
try:
    assert 0
except Exception as e:
    print(type(e).__name__)
