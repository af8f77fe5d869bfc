import secrets

print(len(secrets.token_bytes()), len(secrets.token_bytes(5)), len(secrets.token_hex(4)), len(secrets.token_urlsafe(9)))
print(all(0 <= secrets.randbelow(7) < 7 for _ in range(50)), all(0 <= secrets.randbits(3) < 8 for _ in range(50)), secrets.randbelow(1))
print(secrets.choice("aaa"), secrets.token_hex(8) != secrets.token_hex(8), secrets.compare_digest(b"a", b"a"))
print({secrets.choice([1, 2]) for _ in range(100)} == {1, 2})
for bad in lambda: secrets.randbelow(0), lambda: secrets.randbits(-1), lambda: secrets.choice([]):
    try:
        bad()
    except (ValueError, IndexError) as e:
        print(type(e).__name__)
