# expect: hand, because CPython has no cryptolib; the vectors are of NIST SP 800-38A
# mps2: no, because it does not link cryptolib
from cryptolib import aes

key = bytes([0x2B, 0x7E, 0x15, 0x16, 0x28, 0xAE, 0xD2, 0xA6, 0xAB, 0xF7, 0x15, 0x88, 0x09, 0xCF, 0x4F, 0x3C])
text = bytes([0x6B, 0xC1, 0xBE, 0xE2, 0x2E, 0x40, 0x9F, 0x96, 0xE9, 0x3D, 0x7E, 0x11, 0x73, 0x93, 0x17, 0x2A])
iv = bytes(range(16))
counter = bytes(range(0xF0, 0x100))
print(aes(key, 1).encrypt(text).hex())
print(aes(key, 2, iv).encrypt(text).hex())
print(aes(key, 6, counter).encrypt(text).hex())
print(aes(key, 1).decrypt(aes(key, 1).encrypt(text)) == text)
print(aes(key * 2, 2, iv).decrypt(aes(key * 2, 2, iv).encrypt(text * 9)) == text * 9)
stream = aes(key, 6, counter)
pieces = b"".join(stream.encrypt(text[i : i + 5]) for i in range(0, 16, 5))
print(pieces == aes(key, 6, counter).encrypt(text), aes(key, 6, counter).decrypt(pieces) == text)
out = bytearray(16)
print(aes(key, 1).encrypt(text, out) is out, out == aes(key, 1).encrypt(text))
both = aes(key, 1)
both.encrypt(text)
for wrong in (
    lambda: aes(key[1:], 1),
    lambda: aes(key, 5),
    lambda: aes(key, 2),
    lambda: aes(key, 2, b"short"),
    lambda: aes(key, 1).encrypt(b"short"),
    lambda: aes(key, 1).encrypt(text, bytearray(3)),
    lambda: both.decrypt(text),
):
    try:
        wrong()
    except ValueError as e:
        print("ValueError")
