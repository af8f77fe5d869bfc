# expect: hand, because CPython has other constants and refuses CERT_NONE with check_hostname
# mps2: no, because it links no TLS
import ssl

client = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
print(client.verify_mode == ssl.CERT_REQUIRED, client.check_hostname, client.protocol)
print(server.verify_mode == ssl.CERT_NONE, server.check_hostname, server.protocol)
client.verify_mode = ssl.CERT_NONE
client.check_hostname = False
print(client.verify_mode, client.check_hostname)
print(client.minimum_version == ssl.TLSVersion.TLSv1_2, client.maximum_version == ssl.TLSVersion.TLSv1_3)
client.maximum_version = ssl.TLSVersion.TLSv1_2
print(client.maximum_version == ssl.TLSVersion.TLSv1_2)
names = client.get_ciphers()
print("TLS1-3-AES-128-GCM-SHA256" in names, len(names) > 5)
client.set_ciphers(names[:3])
client.set_ciphers(":".join(names[:2]))
print(issubclass(ssl.SSLCertVerificationError, ssl.SSLError), issubclass(ssl.SSLError, OSError))
print(ssl.create_default_context().verify_mode == ssl.CERT_REQUIRED, ssl.MBEDTLS_VERSION[:9])


def wrong(f):
    try:
        f()
    except (OSError, ValueError, TypeError) as e:
        print(type(e).__name__, e)


wrong(lambda: setattr(client, "verify_mode", 7))
wrong(lambda: setattr(client, "minimum_version", 1))
wrong(lambda: client.set_ciphers(["rot13"]))
wrong(lambda: client.set_ciphers([]))
wrong(lambda: client.load_verify_locations())
wrong(lambda: client.load_verify_locations("missing.pem"))
wrong(lambda: client.load_verify_locations(cadata=b"rubbish"))
wrong(lambda: server.load_cert_chain(b"rubbish", b"rubbish"))
wrong(lambda: ssl.SSLContext(99))
wrong(lambda: client.wrap_socket(5))
wrong(lambda: ssl.SSLSocket())
