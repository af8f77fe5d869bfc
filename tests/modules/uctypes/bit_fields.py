# expect: hand, because CPython has no uctypes
import uctypes

POS, LEN = uctypes.BF_POS, uctypes.BF_LEN
desc = {
    "low": uctypes.BFUINT16 | 1 | 0 << POS | 4 << LEN,
    "middle": uctypes.BFUINT16 | 1 | 4 << POS | 9 << LEN,
    "high": uctypes.BFUINT16 | 1 | 13 << POS | 3 << LEN,
    "signed": uctypes.BFINT8 | 3 | 2 << POS | 3 << LEN,
    "long": uctypes.BFUINT32 | 4 | 1 << POS | 31 << LEN,
}
for layout in (uctypes.LITTLE_ENDIAN, uctypes.BIG_ENDIAN):
    data = bytearray(8)
    s = uctypes.struct(uctypes.addressof(data), desc, layout)
    s.low, s.middle, s.high = 0x1F, 0x155, -1
    s.signed = 5
    s.long = 0x7FFFFFFE
    print(s.low, hex(s.middle), s.high, s.signed, hex(s.long), data.hex())
