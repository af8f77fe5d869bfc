# onewire: the protocol of 1-Wire buses.
import _onewire


class OneWireError(Exception):
    pass


class OneWire:
    SEARCH_ROM = 0xF0
    MATCH_ROM = 0x55
    SKIP_ROM = 0xCC

    def __init__(self, pin):
        self.pin = pin
        pin.init(pin.OPEN_DRAIN, pin.PULL_UP)

    def reset(self, required=False):
        answered = _onewire.reset(self.pin)
        if required and not answered:
            raise OneWireError("no device at the bus")
        return answered

    def readbit(self):
        return _onewire.readbit(self.pin)

    def readbyte(self):
        return _onewire.readbyte(self.pin)

    def readinto(self, buf):
        for i in range(len(buf)):
            buf[i] = _onewire.readbyte(self.pin)

    def writebit(self, value):
        _onewire.writebit(self.pin, value)

    def writebyte(self, value):
        _onewire.writebyte(self.pin, value)

    def write(self, buf):
        for byte in buf:
            _onewire.writebyte(self.pin, byte)

    def select_rom(self, rom):
        self.reset()
        self.writebyte(self.MATCH_ROM)
        self.write(rom)

    def crc8(self, data):
        return _onewire.crc8(data)

    def scan(self):
        """The numbers of all devices. Each pass follows one branch of the tree of numbers; the next
        one turns the other way at the last bit where there was a choice."""
        found, rom, choice = [], bytearray(8), 64
        while choice is not None:
            rom, choice = self._search(rom, choice)
            if rom is None:
                break
            found.append(rom)
        return found

    # Answers a number, and where the next pass must take 1 instead of 0; None: nowhere.
    def _search(self, before, turn):
        if not self.reset():
            return None, None
        self.writebyte(self.SEARCH_ROM)
        rom, last_choice = bytearray(8), None
        for i in range(64):
            bit, complement = self.readbit(), self.readbit()
            if bit and complement:  # nobody is left
                return None, None
            if bit == complement:
                bit = before[i >> 3] >> (i & 7) & 1 if i < turn else i == turn
                if not bit:
                    last_choice = i
            self.writebit(bit)
            rom[i >> 3] |= bit << (i & 7)
        return rom, last_choice
