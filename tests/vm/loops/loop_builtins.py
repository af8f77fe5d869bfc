# all, any, max, min and sum over each sort of container.
import array
for source in [1, 2, 3], (1, 2, 3), {1: 0, 2: 0, 3: 0}, {1, 2, 3}, b"\x01\x02\x03", range(1, 4), array.array("i", [1, 2, 3]), iter([1, 2, 3]), (n for n in (1, 2, 3)):
    source = list(source) if not hasattr(source, "__len__") else source
    print(all(source), any(source), max(source), min(source), sum(source))
print(max("héllo"), min("héllo"), sum([1.5, 2, 2.5]), sum([], 7))
