import hashlib
import hmac

h = hmac.new(b"key", b"The quick brown fox", "sha256")
print(h.hexdigest(), h.name, h.digest_size, h.block_size)
h2 = h.copy()
h2.update(b" jumps")
print(h2.hexdigest() != h.hexdigest(), hmac.new(b"k" * 100, b"m", hashlib.sha1).hexdigest(), hmac.digest(b"k", b"m", "sha256").hex()[:16])
print(hmac.new(b"", b"", hashlib.sha256).hexdigest()[:16], hmac.new(bytearray(b"k"), digestmod="sha256").digest() == hmac.digest(b"k", b"", "sha256"))
for bad in lambda: hmac.new("key", b"", "sha256"), lambda: hmac.new(b"k"), lambda: hmac.new(b"k", b"m", "nope"):
    try:
        bad()
    except (TypeError, ValueError) as e:
        print(type(e).__name__)
