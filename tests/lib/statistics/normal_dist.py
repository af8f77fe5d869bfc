from statistics import NormalDist, StatisticsError

n = NormalDist(100, 15)
print(n, n.mean, n.stdev, n.variance, n.median, n.mode, round(n.pdf(100), 9), round(n.cdf(115), 9), round(n.inv_cdf(0.975), 7))
print(n + 5, n - NormalDist(10, 8), n * 2, n / 5, -n, 3 - n, 2 * n, n == NormalDist(100, 15), hash(n) == hash(NormalDist(100, 15)))
print([round(q, 6) for q in n.quantiles()], n.zscore(130), round(NormalDist(2.4, 1.6).overlap(NormalDist(3.2, 2.0)), 9), NormalDist.from_samples([1, 2, 3]))
print([round(NormalDist().inv_cdf(p), 8) for p in (1e-10, 0.001, 0.3, 0.5, 0.9)], len(n.samples(3)))
for bad in lambda: NormalDist(0, -1), lambda: n.inv_cdf(0), lambda: NormalDist(1, 0).pdf(1), lambda: NormalDist(1, 0).zscore(1):
    try:
        bad()
    except StatisticsError as e:
        print(e)
