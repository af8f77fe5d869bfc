# mps2: no, because a chip has no process
import os

os.environ["KRAIT_A"] = "1"
print(os.getenv("KRAIT_A"), os.environ["KRAIT_A"], "KRAIT_A" in os.environ)
print(os.environ.get("KRAIT_B"), os.environ.get("KRAIT_B", 5), os.getenv("KRAIT_B", "d"))
print(os.environ.setdefault("KRAIT_B", "2"), dict(os.environ)["KRAIT_B"])
os.environ.update({"KRAIT_C": "3"}, KRAIT_D="4")
print(sorted(k for k in os.environ if k.startswith("KRAIT_")))
print(os.environ.pop("KRAIT_C"), os.environ.pop("KRAIT_C", None), len(os.environ) > 1)
del os.environ["KRAIT_D"]
for call in (
    lambda: os.environ["KRAIT_D"], lambda: os.environ.pop("KRAIT_D"),
    lambda: os.environ.__setitem__("x", 1), lambda: os.environ.__setitem__(1, "x"),
    lambda: os.putenv("a\0b", "c"), lambda: os.putenv("a=b", "c"), lambda: os.environ.__delitem__("KRAIT_D"),
):
    try:
        call()
    except (KeyError, TypeError, ValueError) as e:
        print(type(e).__name__, e)
try:
    os.putenv("", "c")
except OSError as e:
    print(e.errno)
