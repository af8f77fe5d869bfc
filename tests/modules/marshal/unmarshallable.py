# What has no form as bytes.
import marshal

class C:
    pass

for v in (C, C(), len, [1, C()], {"k": object()}, iter(())):
    try:
        marshal.dumps(v)
    except ValueError as e:
        print(type(e).__name__)
deep = []
for i in range(5000):
    deep = [deep]
try:
    marshal.dumps(deep)
except ValueError as e:
    print("deep", type(e).__name__)
