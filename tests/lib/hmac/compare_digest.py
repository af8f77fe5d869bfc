from hmac import compare_digest

print(compare_digest(b"abc", b"abc"), compare_digest(b"abc", b"abd"), compare_digest(b"abc", b"ab"), compare_digest("a", "a"), compare_digest("", ""))
for bad in lambda: compare_digest("a", b"a"), lambda: compare_digest("é", "é"), lambda: compare_digest(1, 2):
    try:
        bad()
    except TypeError:
        print("TypeError")
