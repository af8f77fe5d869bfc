#!/usr/bin/env python3
"""Runs the sessions at the prompt: every tests/repl/**/NAME.session, at a terminal of its own.

    tests/repl_test.py KRAIT [--timeout-scale N] [FILE or FOLDER...]
    tests/repl_test.py --firmware ELF ...     at the UART, under QEMU; the sessions that can be there

A session is what a person (or a program) types and what is to appear, byte by byte:

    type TEXT      sends TEXT and Enter; the echo of both is to appear
    keys TEXT      sends TEXT
    see TEXT       TEXT and the end of the line are to appear
    prompt TEXT    TEXT and a blank
    shows TEXT     TEXT
    greeting       the greeting and a prompt
    exit STATUS    the program ends, and nothing more appears
    hang up        the terminal goes away, and the program ends
    # ...          a comment; at the top of the file it may be a directive:

    # args: -i -c 'print(1)'    options of krait
    # board: esp32s3            the virtual board
    # env: NAME=VALUE           its environment (may be repeated)
    # file NAME: TEXT           a file in its folder (may be repeated)
    # start: silent             nothing is to appear at first; otherwise the greeting and a prompt
    # at: serial                the terminal is at the other end of krait's serial line
    # firmware: no, because ... not for firmware, for which are sessions at: serial without args

TEXT may hold Python's escapes (\\x03, \\t, \\n). Every end of line, \\r\\n, appears as \\n, but not at a
serial line. There are no pauses: each step waits for what is to appear, and fails when something
else does, or nothing for a long time. The last line is "N passed, N failed".
"""
import argparse
import concurrent.futures
import fcntl
import os
import pathlib
import re
import select
import shlex
import socket
import subprocess
import sys
import tempfile
import termios

TESTS = pathlib.Path(__file__).resolve().parent
GREETING = re.compile(rb'MicroPython compatible Krait \(Python 3\.12\); [^\n]* version\r?\n'
                      rb'Type "help\(\)" for more information\.\r?\n>>> ')
QEMU = ["qemu-system-arm", "-M", "mps2-an385", "-display", "none", "-monitor", "none", "-serial",
        "stdio", "-semihosting-config", "enable=on,target=native", "-kernel"]
TIMEOUT_S = 30


class Failure(Exception):
    pass


def unescape(text):
    return text.encode().decode("unicode_escape").encode("latin-1")


class Session:
    """The text of a session file: directives and steps."""

    def __init__(self, file):
        self.file = file
        self.name = str(file.relative_to(TESTS)) if file.is_relative_to(TESTS) else str(file)
        self.args, self.env, self.files, self.steps = [], {}, {}, []
        self.is_silent = self.is_serial = False
        self.suits_firmware = True
        for number, line in enumerate(file.read_text().split("\n"), 1):
            if line.startswith("#"):
                self.take_directive(line[1:].strip())
            elif line.strip():
                verb, _, text = line.partition(" ")
                self.steps.append((number, verb, text))

    def take_directive(self, line):
        key, colon, value = line.partition(":")
        value = value.strip()
        if not colon:
            return
        if key == "args":
            self.args = shlex.split(value)
            self.suits_firmware = False
        elif key == "board":
            self.args = ["--board", value]
        elif key == "firmware":
            self.suits_firmware = not value.startswith("no")
        elif key == "env":
            name, _, self.env[name] = value.partition("=")
        elif key.startswith("file "):
            self.files[key[5:]] = unescape(value)
        elif key == "start":
            self.is_silent = value == "silent"
        elif key == "at":
            self.is_serial = value == "serial"


def become_leader():
    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


class Terminal:
    """A running krait and the terminal before it."""

    def __init__(self, session, folder, options):
        self.is_serial, self.seen = session.is_serial, b""
        self.timeout = TIMEOUT_S * options.timeout_scale
        command = [options.krait, *session.args]
        environment = dict(os.environ, TERM="xterm", TZ="UTC", **session.env)
        for name in ("MICROPYPATH", "MICROPYINSPECT"):
            if name not in session.env:
                environment.pop(name, None)
        if options.firmware:
            self.start_emulator([*QEMU, options.firmware], folder)
        elif self.is_serial:
            self.start_serial(command, folder, environment)
        else:
            self.master, slave = os.openpty()
            self.process = subprocess.Popen(
                command, cwd=folder, env=environment, stdin=slave, stdout=slave, stderr=slave,
                preexec_fn=become_leader)
            os.close(slave)

    def start_serial(self, command, folder, environment):
        self.process = subprocess.Popen(command + ["--pty"], cwd=folder, env=environment,
                                        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                        start_new_session=True)
        line = self.process.stdout.readline().decode()
        self.master = os.open(line.split()[-1], os.O_RDWR | os.O_NOCTTY)

    def start_emulator(self, command, folder):
        ours, theirs = socket.socketpair()
        self.process = subprocess.Popen(command, cwd=folder, stdin=theirs, stdout=theirs,
                                        start_new_session=True)
        theirs.close()
        self.master = ours.detach()

    def close(self):
        self.hang_up()
        self.process.kill()
        self.process.wait()

    def hang_up(self):
        if self.master is not None:
            os.close(self.master)
            self.master = None

    def send(self, data):
        while data:
            data = data[os.write(self.master, data):]

    def receive(self):
        """More of what appears; False at the end."""
        ready, _, _ = select.select([self.master], [], [], self.timeout)
        if not ready:
            raise Failure("nothing more appeared")
        try:
            data = os.read(self.master, 65536)
        except OSError:
            return False
        self.seen += data
        return bool(data)

    def appeared(self):
        if self.is_serial:
            return self.seen
        # A return may have its newline still to come.
        text = self.seen[:-1] if self.seen.endswith(b"\r") else self.seen
        return re.sub(rb"\r+\n", b"\n", text)

    def drop(self, length):
        rest = self.appeared()[length:]
        self.seen = rest + (b"\r" if not self.is_serial and self.seen.endswith(b"\r") else b"")

    def expect(self, wanted):
        while not self.appeared().startswith(wanted):
            if not wanted.startswith(self.appeared()):
                raise Failure("something else appeared")
            if not self.receive():
                raise Failure("the output ended")
        self.drop(len(wanted))

    def expect_greeting(self):
        while not (match := GREETING.match(self.appeared())):
            if not self.receive():
                raise Failure("the output ended")
        self.drop(match.end())

    def expect_exit(self, status):
        while self.receive():
            pass
        if self.appeared():
            raise Failure("something more appeared")
        found = self.process.wait(self.timeout)
        if found != status:
            raise Failure(f"exit status {found}")


def run_step(terminal, verb, text):
    newline = b"\r\n" if terminal.is_serial else b"\n"
    data = unescape(text)
    if verb == "type":
        terminal.send(data + b"\r")
        terminal.expect(data + newline)
    elif verb == "keys":
        terminal.send(data)
    elif verb == "see":
        terminal.expect(data + newline)
    elif verb == "prompt":
        terminal.expect(data + b" ")
    elif verb == "shows":
        terminal.expect(data)
    elif verb == "exit":
        terminal.expect_exit(int(text))
    elif verb == "greeting":
        terminal.expect_greeting()
    elif (verb, text) == ("hang", "up"):
        terminal.hang_up()
        terminal.process.wait(terminal.timeout)
    else:
        raise Failure("no such step")


def run_session(session, options):
    """What went wrong; empty if nothing did."""
    step = (0, "the", "start")
    with tempfile.TemporaryDirectory(prefix="krait-repl-") as folder:
        for name, text in session.files.items():
            (pathlib.Path(folder) / name).write_bytes(text)
        terminal = Terminal(session, folder, options)
        try:
            if not session.is_silent:
                terminal.expect_greeting()
            for step in session.steps:
                run_step(terminal, step[1], step[2])
        except (Failure, OSError, subprocess.TimeoutExpired) as failure:
            number, verb, text = step
            return f"    line {number}: {verb} {text}\n    {failure}: {terminal.seen[:400]!r}"
        finally:
            terminal.close()
    return ""


def main():
    parser = argparse.ArgumentParser(description="runs the sessions at the prompt")
    parser.add_argument("krait", nargs="?", type=os.path.abspath)
    parser.add_argument("paths", nargs="*", type=pathlib.Path, default=[TESTS / "repl"])
    parser.add_argument("--firmware", type=os.path.abspath)
    parser.add_argument("--timeout-scale", type=float, default=1.0)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    files = []
    for path in options.paths:
        files += sorted(path.rglob("*.session")) if path.is_dir() else [path]
    sessions = [Session(file.resolve()) for file in files]
    if options.firmware:
        sessions = [s for s in sessions if s.is_serial and s.suits_firmware]
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for session, text in zip(sessions, pool.map(lambda s: run_session(s, options), sessions)):
            if text:
                failed += 1
                print(f"FAIL {session.name}\n{text}", flush=True)
    print(f"{len(sessions) - failed} passed, {failed} failed")
    return 1 if failed or not sessions else 0


if __name__ == "__main__":
    sys.exit(main())
