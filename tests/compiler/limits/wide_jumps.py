body = "".join(f"        t = (x + {i}) * 2 - y[{i % 3}]\n" for i in range(3000))
src = f"def f(n):\n    t = 0\n    y = [1, 2, 3]\n    for x in range(n):\n        if x == 1: continue\n        if x == 3: break\n{body}    else:\n        return 'else', t\n    return 'broke', t\n"
exec(src)
print(f(2), f(9))
src = f"def g(n):\n    y = [1, 2, 3]\n    x = 0\n    while x < n:\n        x += 1\n        try:\n            if x == 2: raise ValueError\n    {body.replace(chr(10), chr(10) + '    ')}        x = x\n        except ValueError:\n            print('caught', x)\n        finally:\n            print('fin', x)\n    return t\n"
exec(src)
print(g(3))
cond = " and ".join(f"x != {i}" for i in range(1, 3000))
exec(f"def h(x): return 1 if {cond} else 0")
print(h(0), h(2999), h(5000))
