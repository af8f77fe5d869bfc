# dump() and load() with files.
import io
import marshal

f = io.BytesIO()
marshal.dump({"a": [1, 2]}, f)
f.seek(0)
print(marshal.load(f))
