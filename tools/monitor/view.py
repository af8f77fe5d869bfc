"""What ./run shows: a live picture on a terminal, one line a second elsewhere."""
import html
import math
import shutil
import sys

BLOCKS = "▁▂▃▄▅▆▇█"
FLOOR_DB = -60.0
LAST_SECOND = 8  # messages


def decibels(level):
    return max(FLOOR_DB, 20 * math.log10(level)) if level > 0 else FLOOR_DB


def percentile(values, percent):
    """The nearest-rank percentile; Requires: values."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(len(ordered) * percent / 100) - 1)]


def bar(level_db, width):
    filled = (level_db - FLOOR_DB) / -FLOOR_DB * width
    whole = max(0, min(width, int(filled)))
    part = "" if whole == width else " ▏▎▍▌▋▊▉"[int((filled - whole) * 8)]
    return ("█" * whole + part).ljust(width)[:width]


def sparkline(levels, width):
    recent = [decibels(level) for level in levels[-width:]]
    steps = len(BLOCKS) - 1
    return "".join(BLOCKS[round((db - FLOOR_DB) / -FLOOR_DB * steps)] for db in recent)


def latency_text(latencies):
    if not latencies:
        return "no figures yet"
    return (f"p50 {percentile(latencies, 50):.2f} ms   p99 {percentile(latencies, 99):.2f} ms   "
            f"worst {max(latencies):.2f} ms")


def picture(run, width):
    """The lines of the live picture of a run (see audio_monitor.Run)."""
    inner = max(20, min(60, width - 32))
    now = run.board_seconds()
    level = max(run.levels[-LAST_SECOND:], default=0.0)
    peak = decibels(max(run.levels[-60:], default=0.0))
    broker = (f"up on 127.0.0.1:{run.broker.port}, {run.subscriber.version or 'TLS'}"
              if run.broker.up else "DOWN")
    heap = run.stats.get("heap_used")
    yield f"Krait · virtual ESP32-S3 · {run.script.name} · {now // 60:.0f} min {now % 60:04.1f} s"
    yield ""
    yield f"  level     {bar(decibels(level), inner)} {decibels(level):6.1f} dB  peak {peak:.1f}"
    yield f"  history   {sparkline(run.levels, inner)}"
    yield f"  messages  {run.message_count}   {run.rate():.1f}/s   last: {run.last_payload[:inner]}"
    yield f"  broker    {broker}"
    yield f"  latency   {latency_text(run.latencies)}"
    yield (f"  board     heap {heap:,} bytes   " if heap is not None else "  board     ") + (
        f"overruns {run.stats.get('overruns', 0)}   starts {run.starts}")
    if run.matcher.matched or run.matcher.wrong:
        total = run.matcher.matched + run.matcher.wrong
        yield f"  checked   {run.matcher.matched} of {total} levels equal the recording's"
    yield ""
    for line in run.board_lines[-6:]:
        yield f"  │ {line}"


def svg(run):
    """The live picture as an image, for documents."""
    lines = [html.escape(line) for line in picture(run, 92)]
    rows = "".join(f'<text x="16" y="{34 + 19 * row}" xml:space="preserve">{line}</text>\n'
                   for row, line in enumerate(lines))
    height = 34 + 19 * len(lines)
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 {height}" '
            'font-family="monospace" font-size="14" fill="#d8dee9">\n'
            f'<rect width="800" height="{height}" rx="8" fill="#1d222b"/>\n{rows}</svg>\n')


class Terminal:
    """Redraws the picture in place."""

    interval_s = 0.1

    def __init__(self):
        self._height = 0

    def draw(self, run):
        size = shutil.get_terminal_size()
        lines = [line[:size.columns - 1] for line in picture(run, size.columns)]
        lines = lines[:size.lines - 1]
        up = f"\x1b[{self._height}A" if self._height else ""
        text = up + "".join(f"\r\x1b[K{line}\n" for line in lines)
        if self._height > len(lines):
            text += "\x1b[J"
        sys.stdout.write(text)
        sys.stdout.flush()
        self._height = len(lines)

    def say(self, text):
        print(text)
        self._height = 0


class Plain:
    """One line a second."""

    interval_s = 1.0

    def draw(self, run):
        level = decibels(max(run.levels[-LAST_SECOND:], default=0.0))
        p99 = f"{percentile(run.latencies, 99):.2f} ms" if run.latencies else "-"
        print(f"{run.board_seconds():7.1f} s  {level:6.1f} dB  {run.message_count:6} messages  "
              f"p99 {p99}  heap {run.stats.get('heap_used', '-')}  "
              f"overruns {run.stats.get('overruns', '-')}", flush=True)

    def say(self, text):
        print(text, flush=True)
