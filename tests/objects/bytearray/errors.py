def attempt(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


b = bytearray(b"abc")

attempt('b.append(256)')
attempt('b.append(-1)')
attempt('b.append("a")')
attempt('b.append(None)')
attempt('b.append()')
attempt('b.extend(5)')
attempt('b.extend("ab")')
attempt('b.extend("")')
attempt('b.extend([1, 300])')
attempt('b.extend([1, "a"])')
attempt('b.insert("a", 1)')
attempt('b.insert(0, 256)')
attempt('b.pop(3)')
attempt('b.pop(-4)')
attempt('b.pop("a")')
attempt('bytearray().pop()')
attempt('b.remove(1)')
attempt('b.remove(300)')
attempt('b.remove("a")')
attempt('b.__iadd__("a")')
attempt('b.__iadd__(5)')
attempt('b')
