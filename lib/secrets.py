# secrets: random numbers that cannot be guessed, from the board's generator.
from binascii import b2a_base64
from hmac import compare_digest
from os import urandom

DEFAULT_ENTROPY = 32


def randbits(k):
    if k < 0:
        raise ValueError("number of bits must be non-negative")
    size = (k + 7) // 8
    return int.from_bytes(urandom(size), "big") >> (size * 8 - k)


def randbelow(exclusive_upper_bound):
    if exclusive_upper_bound <= 0:
        raise ValueError("Upper bound must be positive.")
    bits = exclusive_upper_bound.bit_length()
    while (number := randbits(bits)) >= exclusive_upper_bound:
        pass
    return number


def choice(seq):
    if not len(seq):
        raise IndexError("Cannot choose from an empty sequence")
    return seq[randbelow(len(seq))]


def token_bytes(nbytes=None):
    return urandom(DEFAULT_ENTROPY if nbytes is None else nbytes)


def token_hex(nbytes=None):
    return token_bytes(nbytes).hex()


def token_urlsafe(nbytes=None):
    text = b2a_base64(token_bytes(nbytes)).rstrip(b"=\n").decode()
    return text.replace("+", "-").replace("/", "_")


def __getattr__(name):
    if name == "SystemRandom":
        global SystemRandom
        from random import Random

        class SystemRandom(Random):
            def random(self):
                return randbits(53) / (1 << 53)

            def getrandbits(self, k):
                return randbits(k)

            def seed(self, *args, **kwds):
                return None
        return SystemRandom
    raise AttributeError(f"module 'secrets' has no attribute {name!r}")
