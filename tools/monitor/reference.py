"""What the level messages must say: reference values computed from the recording alone.

The squares of 512 16-bit samples sum exactly in a double (each term is a multiple of 2^-30 and the
sum stays below 2^39 of them), so the level of a window of the recording is one certain double, and
a message is right only if it is equal to the last bit. The microphone loops over the recording;
which window a message is about is not in the message, so it is searched: windows of successive
messages must follow one another in time without overlap.
"""
import math
from bisect import bisect_left, bisect_right

WINDOW = 512
CANDIDATES = 50  # places that the last message may be about, when levels repeat (silence)


class Reference:
    def __init__(self, samples):
        """Requires: 16-bit samples, as many as the microphone plays in one round."""
        self.length = len(samples)
        self._offsets = {}  # sum of squares -> where windows with it start, ascending
        total = sum(s * s for s in (samples[i % self.length] for i in range(WINDOW)))
        for start in range(self.length):
            self._offsets.setdefault(total, []).append(start)
            leaving, entering = samples[start], samples[(start + WINDOW) % self.length]
            total += entering * entering - leaving * leaving
        self._by_level = {rms_of(total): starts for total, starts in self._offsets.items()}

    def windows(self, level):
        """Where windows of exactly this level start, within one round."""
        return self._by_level.get(level, ())


def rms_of(sum_of_squares):
    return math.sqrt(sum_of_squares / 32768.0 / 32768.0 / WINDOW)


class Matcher:
    """Follows the messages of one run through the recording.

    A first message fixes a place (by trying all its windows); each further one is looked for within
    `reach` samples behind the last window. Time may pass unheard (the broker was away), so a
    message that is right but out of reach starts a new search and is counted in `jumps`.
    """

    def __init__(self, reference, reach=WINDOW * 64):
        self.reference, self.reach = reference, reach
        self.matched = self.wrong = self.jumps = 0
        self.gaps = []  # samples between the starts of successive windows
        self._last = ()  # possible starts of the last message's window

    def feed(self, level):
        """Takes the next message's level; False if no window of the recording has it."""
        starts = self.reference.windows(level)
        if not starts:
            self.wrong += 1
            return False
        self.matched += 1
        following = self._following(starts)
        if following:
            self.gaps.append(min(following.values()))
        elif self._last:
            self.jumps += 1
        self._last = list(following or starts)[:CANDIDATES]
        return True

    def restart(self):
        """The next message may be from anywhere (the board has restarted)."""
        self._last = ()

    def _following(self, starts):
        """start -> gap, for the starts within reach behind one of the last windows."""
        found = {}
        for last in self._last:
            for turn in (0, self.reference.length):  # the recording goes round
                low, high = last + WINDOW - turn, last + self.reach - turn
                for start in starts[bisect_left(starts, low):bisect_right(starts, high)]:
                    gap = start - last + turn
                    found[start] = min(gap, found.get(start, gap))
        return found
