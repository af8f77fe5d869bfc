"""A mosquitto of our own on a free loopback port, with TLS and certificates made for it."""
import os
import pathlib
import shutil
import socket
import subprocess
import time

NAMES = ["DNS:localhost", "DNS:broker.hivemq.com", "IP:127.0.0.1"]

# `openssl ca` and not `openssl x509`: only it can set the beginning of the validity. A board whose
# clock is not set lives in the year 2000.
OPENSSL_CONFIG = """
[req]
distinguished_name = name
prompt = no
[name]
CN = {name}
[ca]
default_ca = ours
[ours]
database = {folder}/index.txt
serial = {folder}/serial
new_certs_dir = {folder}
default_md = sha256
policy = any
unique_subject = no
default_startdate = 20000101000000Z
default_enddate = 20991231235959Z
[any]
commonName = supplied
[authority]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[server]
basicConstraints = critical,CA:false
keyUsage = critical,digitalSignature
extendedKeyUsage = serverAuth
subjectAltName = {names}
"""


def openssl(*arguments):
    result = subprocess.run(["openssl", *map(str, arguments)], capture_output=True, text=True)
    if result.returncode:
        raise SystemExit(f"error: openssl {arguments[0]} failed:\n{result.stderr}")


def make_certificate(folder, name, section, signed_by):
    """Makes NAME.key and NAME.pem; signed by another such pair, or by itself."""
    config = folder / f"{name}.cnf"
    config.write_text(OPENSSL_CONFIG.format(folder=folder, name=name, names=",".join(NAMES)))
    key, request = folder / f"{name}.key", folder / f"{name}.csr"
    openssl("req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
            "-config", config, "-keyout", key, "-out", request)
    sign = ["-selfsign", "-keyfile", key] if signed_by == name else [
        "-cert", folder / f"{signed_by}.pem", "-keyfile", folder / f"{signed_by}.key"]
    openssl("ca", "-batch", "-notext", "-config", config, "-extensions", section, "-in", request,
            "-out", folder / f"{name}.pem", *sign)


def make_certificates(folder):
    """ca.pem, and server.pem with server.key, in the folder; they are made once."""
    if not (folder / "complete").exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        (folder / "index.txt").touch()
        (folder / "serial").write_text("01\n")
        make_certificate(folder, "krait-test-ca", "authority", "krait-test-ca")
        make_certificate(folder, "server", "server", "krait-test-ca")
        (folder / "complete").touch()
    return folder / "krait-test-ca.pem"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Broker:
    """Owns one mosquitto process; ends it by its process id."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.ca = make_certificates(self.folder / "tls")
        self.port = free_port()
        self.process = None
        self.program = shutil.which("mosquitto", path=os.environ["PATH"] + ":/usr/sbin:/sbin")
        if not self.program:
            raise SystemExit("error: mosquitto is not installed (tools/setup.sh installs it)")

    def _config(self):
        tls = self.folder / "tls"
        lines = ["per_listener_settings true", f"listener {self.port} 127.0.0.1",
                 "allow_anonymous true", f"certfile {tls}/server.pem", f"keyfile {tls}/server.key",
                 "log_dest stderr", "connection_messages true", "persistence false",
                 # An hour of virtual time arrives faster than a subscriber reads.
                 "max_queued_messages 0", "max_queued_bytes 0"]
        if os.getuid() == 0:
            lines.append("user root")  # otherwise it gives up the rights to read its own key
        return "\n".join(lines) + "\n"

    def start(self):
        config = self.folder / "mosquitto.conf"
        config.write_text(self._config())
        log = open(self.folder / "mosquitto.log", "ab")
        self.process = subprocess.Popen([self.program, "-c", str(config)], stdout=log, stderr=log,
                                        stdin=subprocess.DEVNULL)
        log.close()
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline and self.process.poll() is None:
            with socket.socket() as probe:
                probe.settimeout(1)
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        self.stop()
        raise SystemExit(f"error: mosquitto did not start; see {self.folder}/mosquitto.log")

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.kill()
        if self.process:
            self.process.wait()
        self.process = None

    @property
    def up(self):
        return self.process is not None and self.process.poll() is None
