# Exponents beyond any int are infinity or zero.
for text in ("1e2222222280", "1e-2222222280", "0e99999999999999999999", "1e" + "9" * 400,
             "-1e-" + "9" * 400, "1e134217728", "1e1342177281"):
    print(float(text))
