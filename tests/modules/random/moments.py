# Mean and deviation of each distribution, coarsely.
import random

random.seed(12345)


def check(name, mean, deviation, draw, n=4000):
    xs = [draw() for _ in range(n)]
    m = sum(xs) / n
    d = (sum((x - m) ** 2 for x in xs) / n) ** 0.5
    good = abs(m - mean) < 0.1 * max(abs(mean), deviation) and abs(d - deviation) < 0.15 * deviation
    print(name, "good" if good else (m, d))


check("random", 0.5, 0.2887, random.random)
check("uniform", 3, 1.1547, lambda: random.uniform(1, 5))
check("gauss", 2, 3, lambda: random.gauss(2, 3))
check("normal", -1, 0.5, lambda: random.normalvariate(-1, 0.5))
check("lognormal", 1.1331, 0.6039, lambda: random.lognormvariate(0, 0.5))
check("exponential", 0.5, 0.5, lambda: random.expovariate(2))
check("gamma", 6, 4.2426, lambda: random.gammavariate(2, 3))
check("small gamma", 0.5, 0.7071, lambda: random.gammavariate(0.5, 1))
check("beta", 0.4, 0.2, lambda: random.betavariate(2, 3))
check("triangular", 3, 1.2247, lambda: random.triangular(0, 6, 3))
check("pareto", 1.3333, 0.4714, lambda: random.paretovariate(4))
check("weibull", 1.7725, 0.9265, lambda: random.weibullvariate(2, 2))
check("von mises", 3.1416, 0.7333, lambda: random.vonmisesvariate(3.14159265, 2.5))
check("binomial", 3, 1.5492, lambda: random.binomialvariate(15, 0.2))
check("large binomial", 300, 14.491, lambda: random.binomialvariate(1000, 0.3))
check("bernoulli", 0.7, 0.4583, lambda: random.binomialvariate(1, 0.7))
