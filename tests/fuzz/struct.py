# Format strings of struct: the first byte says how many bytes are the format, the rest is unpacked.
import struct


def one(data):
    if not data:
        return
    cut = 1 + data[0] % 32
    form, body = data[1:cut], data[cut:]
    try:
        form = form.decode()
        size = struct.calcsize(form)
        if size > 100_000:
            return
        body = (body * (size // max(1, len(body)) + 1))[:size].ljust(size, b"\0")
        values = struct.unpack(form, body)
    except (ValueError, struct.error, OverflowError):
        return
    packed = struct.pack(form, *values)
    assert len(packed) == size, form
    # What is not a number may change its bits, padding is lost; what was packed is exact.
    if "f" not in form and "d" not in form and "e" not in form:
        assert struct.unpack(form, packed) == values, form
