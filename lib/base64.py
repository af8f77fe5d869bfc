# base64: bytes as text of 16, 32, 64 or 85 characters.
import binascii

__all__ = ["encode", "decode", "encodebytes", "decodebytes", "b64encode", "b64decode", "b32encode",
           "b32decode", "b32hexencode", "b32hexdecode", "b16encode", "b16decode", "b85encode",
           "b85decode", "a85encode", "a85decode", "standard_b64encode", "standard_b64decode",
           "urlsafe_b64encode", "urlsafe_b64decode"]


def _as_bytes(s):
    if isinstance(s, str):
        try:
            return s.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters") from None
    if isinstance(s, (bytes, bytearray)):
        return s
    try:
        return bytes(memoryview(s))
    except TypeError:
        raise TypeError("argument should be a bytes-like object or ASCII string, not "
                        f"{s.__class__.__name__!r}") from None


# --- base 64 ---

def b64encode(s, altchars=None):
    encoded = binascii.b2a_base64(s)[:-1]
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        return encoded.replace(b"+", altchars[:1]).replace(b"/", altchars[1:])
    return encoded


def b64decode(s, altchars=None, validate=False):
    s = _as_bytes(s)
    if altchars is not None:
        altchars = _as_bytes(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = s.replace(altchars[:1], b"+").replace(altchars[1:], b"/")
    if validate:
        body = s.rstrip(b"=")
        if len(s) - len(body) > 2 or any(c not in _digits64 for c in body):
            if s[:1] == b"=":
                raise binascii.Error("Leading padding not allowed")
            raise binascii.Error("Only base64 data is allowed")
    return binascii.a2b_base64(s)


_digits64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s, b"-_")


def urlsafe_b64decode(s):
    return b64decode(s, b"-_")


# --- base 32 and 16 ---

_digits32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_digits32hex = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"


def _encode32(s, digits):
    s = bytes(memoryview(s))
    out = bytearray()
    for at in range(0, len(s), 5):
        part = s[at:at + 5]
        number = int.from_bytes(part + bytes(5 - len(part)), "big")
        piece = bytes([digits[number >> shift & 31] for shift in range(35, -5, -5)])
        used = (len(part) * 8 + 4) // 5
        out += piece[:used] + b"=" * (8 - used)
    return bytes(out)


def _decode32(s, digits, casefold):
    s = bytes(_as_bytes(s))
    if len(s) % 8:
        raise binascii.Error("Incorrect padding")
    if casefold:
        s = s.upper()
    body = s.rstrip(b"=")
    out = bytearray()
    for at in range(0, len(body), 8):
        number, part = 0, body[at:at + 8]
        for char in part:
            value = digits.find(char)
            if value < 0:
                raise binascii.Error("Non-base32 digit found")
            number = number << 5 | value
        number <<= 5 * (8 - len(part))
        out += number.to_bytes(5, "big")[:len(part) * 5 // 8]
    if len(s) - len(body) not in (0, 1, 3, 4, 6):
        raise binascii.Error("Incorrect padding")
    return bytes(out)


def b32encode(s):
    return _encode32(s, _digits32)


def b32decode(s, casefold=False, map01=None):
    s = _as_bytes(s)
    if map01 is not None:
        s = s.replace(b"0", b"O").replace(b"1", _as_bytes(map01))
    return _decode32(s, _digits32, casefold)


def b32hexencode(s):
    return _encode32(s, _digits32hex)


def b32hexdecode(s, casefold=False):
    return _decode32(s, _digits32hex, casefold)


def b16encode(s):
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    s = _as_bytes(s)
    if casefold:
        s = s.upper()
    if any(c not in b"0123456789ABCDEF" for c in s):
        raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(s)


# --- base 85 ---

_digits85 = (b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
             b"!#$%&()*+-;<=>?@^_`{|}~")
_digits_ascii85 = bytes(range(33, 118))


# Each four bytes as five digits; the last ones, if fewer, as one digit more than bytes.
def _encode85(s, digits, pad, short=None):
    s = bytes(memoryview(s))
    out = []
    for at in range(0, len(s), 4):
        part = s[at:at + 4]
        number = int.from_bytes(part + bytes(4 - len(part)), "big")
        group = bytearray(5)
        for i in range(4, -1, -1):
            number, digit = divmod(number, 85)
            group[i] = digits[digit]
        if short and len(part) == 4 and part in short:
            out.append(short[part])
        else:
            out.append(bytes(group if pad else group[:len(part) + 1]))
    return b"".join(out)


def b85encode(b, pad=False):
    return _encode85(b, _digits85, pad)


def b85decode(b):
    b = _as_bytes(b)
    values = {digit: value for value, digit in enumerate(_digits85)}
    out = bytearray()
    for at in range(0, len(b), 5):
        part = b[at:at + 5]
        number = 0
        for i, char in enumerate(part + b"~" * (5 - len(part))):
            if char not in values:
                raise ValueError(f"bad base85 character at position {at + i}")
            number = number * 85 + values[char]
        if number > 0xFFFFFFFF:
            raise ValueError(f"base85 overflow in hunk starting at byte {at}")
        out += number.to_bytes(4, "big")[:len(part) - 1]
    return bytes(out)


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    short = {bytes(4): b"z"}
    if foldspaces:
        short[b"    "] = b"y"
    out = _encode85(b, _digits_ascii85, pad, short)
    if pad and len(bytes(memoryview(b))) % 4 and out[-5:] == b"!!!!!":
        out = out[:-5] + b"z"
    if adobe:
        out = b"<~" + out
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        lines = [out[i:i + wrapcol] for i in range(0, len(out), wrapcol)]
        if adobe and len(lines[-1]) + 2 > wrapcol:
            lines.append(b"")
        out = b"\n".join(lines)
    return out + b"~>" if adobe else out


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\v"):
    b = _as_bytes(b)
    if adobe:
        if not b.endswith(b"~>"):
            raise ValueError(f"Ascii85 encoded byte sequences must end with {b'~>'!r}")
        b = b[2:-2] if b.startswith(b"<~") else b[:-2]
    out, group = bytearray(), []
    for char in bytes(b) + b"uuuu":
        if 33 <= char <= 117:
            group.append(char - 33)
            if len(group) == 5:
                number = 0
                for digit in group:
                    number = number * 85 + digit
                if number > 0xFFFFFFFF:
                    raise ValueError("Ascii85 overflow")
                out += number.to_bytes(4, "big")
                group = []
        elif char == 122 or char == 121 and foldspaces:
            if group:
                raise ValueError(f"{chr(char)} inside Ascii85 5-tuple")
            out += bytes(4) if char == 122 else b"    "
        elif char not in ignorechars:
            raise ValueError(f"Non-Ascii85 digit found: {chr(char)}")
    padding = 4 - len(group)
    return bytes(out[:-padding] if padding else out)


# --- files and lines ---

def encodebytes(s):
    s = bytes(memoryview(s))
    return b"".join([binascii.b2a_base64(s[at:at + 57]) for at in range(0, len(s), 57)])


def decodebytes(s):
    return binascii.a2b_base64(bytes(memoryview(s)))


def encode(input, output):
    while data := input.read(57):
        while len(data) < 57 and (more := input.read(57 - len(data))):
            data += more
        output.write(binascii.b2a_base64(data))


def decode(input, output):
    while line := input.readline():
        output.write(binascii.a2b_base64(line))
