import hashlib

for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512"):
    h = getattr(hashlib, name)(b"abc")
    print(h.name, h.digest_size, h.block_size, h.hexdigest())
    copy = h.copy()
    h.update(b"x" * 1000)
    print(h.hexdigest(), h.digest()[:4])
    print(copy.hexdigest() == hashlib.new(name, b"abc").hexdigest())
    print(getattr(hashlib, name)().hexdigest())
print(hashlib.sha256(bytearray(b"x")).hexdigest() == hashlib.sha256(memoryview(b"x")).hexdigest())
