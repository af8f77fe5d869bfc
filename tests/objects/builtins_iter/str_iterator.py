it = iter("aé€😀")
print(it.__length_hint__(), list(it), it.__length_hint__())
print([c for c in "日本"], list(""), list(reversed("é€")))
