# statistics: averages, spread and the normal distribution. Sums are exact: every int and float is a
# ratio of ints, and these are what is added.
from collections import Counter
from math import exp, fabs, fsum, hypot, isqrt, log, sqrt, tau


class StatisticsError(ValueError):
    pass


# The ratio (numerator, denominator) of a number; (the number, None) if it is infinite or nan.
def _ratio(x):
    try:
        return x.as_integer_ratio()
    except AttributeError:
        if hasattr(x, "numerator"):
            return x.numerator, x.denominator
    except (OverflowError, ValueError):
        return x, None
    raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator")


# The exact sum as a ratio, the kind of the result and how many there were. `change` is applied to
# each ratio.
def _sum(data, change=None):
    partials, kinds, count = {}, set(), 0
    for x in data:
        count += 1
        kinds.add(type(x))
        n, d = _ratio(x)
        if change is not None and d is not None:
            n, d = change(n, d)
        partials[d] = partials.get(d, 0) + n
    kind = _common(kinds)
    if None in partials:
        return partials[None], None, kind, count
    total, denominator = 0, 1
    for d, n in partials.items():
        total, denominator = _add(total, denominator, n, d)
    return total, denominator, kind, count


def _add(a, b, c, d):
    return (a + c, b) if b == d else (a * d + c * b, b * d)


def _common(kinds):
    kinds = {int if kind is bool else kind for kind in kinds}
    if len(kinds) <= 1:
        return kinds.pop() if kinds else int
    return float if float in kinds else next(iter(kinds - {int}))


# The ratio as a number of the kind: ints stay ints if that is exact.
def _number(n, d, kind):
    if d is None:
        return n
    if issubclass(kind, int):
        return n // d if n % d == 0 else n / d
    if issubclass(kind, float):
        return kind(n / d)
    return kind(n) / kind(d)


def _listed(data, name, least=1):
    data = list(data)
    if len(data) < least:
        raise StatisticsError(f"{name} requires at least {_amount(least)}")
    return data


def _amount(least):
    return "one data point" if least == 1 else "two data points" if least == 2 else f"{least}"


# --- averages ---

def mean(data):
    data = _listed(data, "mean")
    n, d, kind, count = _sum(data)
    return n / count if d is None else _number(n, d * count, kind)


def fmean(data, weights=None):
    data = list(data)
    if weights is None:
        if not data:
            raise StatisticsError("fmean requires at least one data point")
        return fsum(data) / len(data)
    weights = list(weights)
    if len(weights) != len(data):
        raise StatisticsError("data and weights must be the same length")
    total = fsum(weights)
    if not total:
        raise StatisticsError("sum of weights must be non-zero")
    return fsum([x * w for x, w in zip(data, weights)]) / total


def geometric_mean(data):
    try:
        logs = [log(x) for x in data]
    except ValueError:
        logs = None
    if not logs:
        raise StatisticsError("geometric mean requires a non-empty dataset containing positive "
                              "numbers")
    return exp(fmean(logs))


def harmonic_mean(data, weights=None):
    data = list(data)
    message = "harmonic mean does not support negative values"
    if not data:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if len(data) == 1 and weights is None:
        if data[0] < 0:
            raise StatisticsError(message)
        return data[0]
    weights = [1] * len(data) if weights is None else list(weights)
    if len(weights) != len(data):
        raise StatisticsError("Number of weights does not match data size")
    if any(x < 0 for x in data) or any(w < 0 for w in weights):
        raise StatisticsError(message)
    if any(x == 0 and w for x, w in zip(data, weights)):
        return 0
    m, e, kind, _ = _sum([w / x if w else 0 for x, w in zip(data, weights)])
    if m <= 0:
        raise StatisticsError("Weighted sum must be positive")
    n, d, _, _ = _sum(weights)
    return _number(n * e, d * m, kind)


def _sorted(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data


def median(data):
    data = _sorted(data)
    half = len(data) // 2
    return data[half] if len(data) % 2 else (data[half - 1] + data[half]) / 2


def median_low(data):
    data = _sorted(data)
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = _sorted(data)
    return data[len(data) // 2]


def median_grouped(data, interval=1.0):
    from bisect import bisect_left, bisect_right
    data = _sorted(data)
    x = data[len(data) // 2]
    below = bisect_left(data, x)
    inside = bisect_right(data, x, lo=below) - below
    try:
        interval, x = float(interval), float(x)
    except ValueError:
        raise TypeError("Value cannot be converted to a float") from None
    return x - interval / 2 + interval * (len(data) / 2 - below) / inside


def mode(data):
    pairs = Counter(iter(data)).most_common(1)
    if not pairs:
        raise StatisticsError("no mode for empty data")
    return pairs[0][0]


def multimode(data):
    counts = Counter(iter(data))
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def quantiles(data, *, n=4, method="exclusive"):
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    size = len(data)
    if size < 2:
        raise StatisticsError("must have at least two data points")
    if method not in ("inclusive", "exclusive"):
        raise ValueError(f"Unknown method: {method!r}")
    result = []
    for i in range(1, n):
        if method == "inclusive":
            j, delta = divmod(i * (size - 1), n)
            low, high = data[j], data[j + 1]
        else:
            j = min(max(i * (size + 1) // n, 1), size - 1)
            delta = i * (size + 1) - j * n
            low, high = data[j - 1], data[j]
        result.append((low * (n - delta) + high * delta) / n)
    return result


# --- spread ---

# The sum of squares of the differences from the mean (or `center`) as a ratio, the kind, the count.
def _squares(data, center):
    if center is None:
        n, d, kind, count = _sum(data)
        if d is None:
            return n - n, None, kind, count
        center = n, d * count
    else:
        center = _ratio(center)
    if center[1] is None:
        return center[0] - center[0], None, float, len(data)
    m, e = center

    def change(n, d):
        n, d = n * e - m * d, d * e
        return n * n, d * d
    return _sum(data, change)


def variance(data, xbar=None):
    data = _listed(data, "variance", 2)
    n, d, kind, count = _squares(data, xbar)
    return n if d is None else _number(n, d * (count - 1), kind)


def pvariance(data, mu=None):
    data = _listed(data, "pvariance")
    n, d, kind, count = _squares(data, mu)
    return n if d is None else _number(n, d * count, kind)


# The root of a ratio, rounded once: of enough digits, with the rest noted in the last bit.
def _root(n, d):
    if n == 0:
        return 0.0
    shift = max(0, (d.bit_length() - n.bit_length() + 120) // 2)
    root = isqrt((n << 2 * shift) // d)
    if root * root * d != n << 2 * shift:
        root |= 1
    return root / (1 << shift)


def stdev(data, xbar=None):
    data = _listed(data, "stdev", 2)
    n, d, _, count = _squares(data, xbar)
    return n if d is None else _root(n, d * (count - 1))


def pstdev(data, mu=None):
    data = _listed(data, "pstdev")
    n, d, _, count = _squares(data, mu)
    return n if d is None else _root(n, d * count)


# --- two variables ---

def _paired(x, y, name):
    x, y = list(x), list(y)
    if len(x) != len(y):
        raise StatisticsError(f"{name} requires that both inputs have same number of data points")
    if len(x) < 2:
        raise StatisticsError(f"{name} requires at least two data points")
    return x, y


def covariance(x, y, /):
    x, y = _paired(x, y, "covariance")
    mx, my = fsum(x) / len(x), fsum(y) / len(y)
    return fsum([(a - mx) * (b - my) for a, b in zip(x, y)]) / (len(x) - 1)


def correlation(x, y, /, *, method="linear"):
    x, y = _paired(x, y, "correlation")
    if method not in ("linear", "ranked"):
        raise ValueError(f"Unknown method: {method!r}")
    if method == "ranked":
        x, y = _ranks(x), _ranks(y)
    mx, my = fsum(x) / len(x), fsum(y) / len(y)
    x, y = [a - mx for a in x], [b - my for b in y]
    xy = fsum([a * b for a, b in zip(x, y)])
    xx, yy = fsum([a * a for a in x]), fsum([b * b for b in y])
    if not xx * yy:
        raise StatisticsError("at least one of the inputs is constant")
    return xy / sqrt(xx * yy)


def _ranks(data):
    order = sorted(range(len(data)), key=data.__getitem__)
    ranks, at = [0] * len(data), 0
    while at < len(order):
        end = at
        while end < len(order) and data[order[end]] == data[order[at]]:
            end += 1
        for i in range(at, end):
            ranks[order[i]] = (at + end - 1) / 2 - (len(data) - 1) / 2
        at = end
    return ranks


def linear_regression(x, y, /, *, proportional=False):
    from collections import namedtuple
    x, y = _paired(x, y, "linear regression")
    mx = my = 0
    if not proportional:
        mx, my = fsum(x) / len(x), fsum(y) / len(y)
    dx = [a - mx for a in x]
    sxx = fsum([d * d for d in dx])
    if not sxx:
        raise StatisticsError("x is constant")
    slope = fsum([d * (b - my) for d, b in zip(dx, y)]) / sxx
    made = namedtuple("LinearRegression", ("slope", "intercept"))
    return made(slope, 0.0 if proportional else my - slope * mx)


# --- the normal distribution ---

def _cdf(x):
    from math import erfc
    return 0.5 * erfc(-x / sqrt(2.0))


class NormalDist:
    __slots__ = ("_mu", "_sigma")

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self._mu, self._sigma = float(mu), float(sigma)

    @classmethod
    def from_samples(cls, data):
        data = list(data)
        return cls(fmean(data), stdev(data))

    def samples(self, n, *, seed=None):
        import random
        make = random.Random(seed).gauss if seed is not None else random.gauss
        return [make(self._mu, self._sigma) for _ in range(n)]

    def _needs_spread(self, name):
        if not self._sigma:
            raise StatisticsError(f"{name}() not defined when sigma is zero")

    def pdf(self, x):
        self._needs_spread("pdf")
        variance = self._sigma * self._sigma
        diff = x - self._mu
        return exp(diff * diff / (-2.0 * variance)) / sqrt(tau * variance)

    def cdf(self, x):
        self._needs_spread("cdf")
        return _cdf((x - self._mu) / self._sigma)

    def inv_cdf(self, p):
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError("p must be in the range 0.0 < p < 1.0")
        return self._mu + self._sigma * _inverse(p)

    def quantiles(self, n=4):
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def overlap(self, other):
        if not isinstance(other, NormalDist):
            raise TypeError("Expected another NormalDist instance")
        a, b = sorted((self, other), key=lambda d: (d._sigma, d._mu))
        va, vb = a.variance, b.variance
        if not va or not vb:
            raise StatisticsError("overlap() not defined when sigma is zero")
        dv, dm = vb - va, fabs(b._mu - a._mu)
        if not dv:
            return 2 * (1.0 - _cdf(dm / (2.0 * a._sigma)))
        middle = a._mu * vb - b._mu * va
        part = a._sigma * b._sigma * sqrt(dm * dm + dv * log(vb / va))
        x1, x2 = (middle + part) / dv, (middle - part) / dv
        return 1.0 - (fabs(b.cdf(x1) - a.cdf(x1)) + fabs(b.cdf(x2) - a.cdf(x2)))

    def zscore(self, x):
        if not self._sigma:
            raise StatisticsError("zscore() not defined when sigma is zero")
        return (x - self._mu) / self._sigma

    mean = median = mode = property(lambda self: self._mu)
    stdev = property(lambda self: self._sigma)
    variance = property(lambda self: self._sigma * self._sigma)

    def __add__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu + other._mu, hypot(self._sigma, other._sigma))
        return NormalDist(self._mu + other, self._sigma)

    def __sub__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu - other._mu, hypot(self._sigma, other._sigma))
        return NormalDist(self._mu - other, self._sigma)

    def __mul__(self, other):
        return NormalDist(self._mu * other, self._sigma * fabs(other))

    def __truediv__(self, other):
        return NormalDist(self._mu / other, self._sigma / fabs(other))

    def __pos__(self):
        return NormalDist(self._mu, self._sigma)

    def __neg__(self):
        return NormalDist(-self._mu, self._sigma)

    __radd__, __rmul__ = __add__, __mul__

    def __rsub__(self, other):
        return -(self - other)

    def __eq__(self, other):
        if not isinstance(other, NormalDist):
            return NotImplemented
        return self._mu == other._mu and self._sigma == other._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f"NormalDist(mu={self._mu!r}, sigma={self._sigma!r})"


# Where the standard normal distribution reaches p: by Newton's method (Halley's form) on the
# nearer tail, from an estimate good to three digits.
def _inverse(p):
    if p == 0.5:
        return 0.0
    if p > 0.5:
        return -_inverse(1.0 - p)
    t = sqrt(-2.0 * log(p))
    x = -(t - (2.515517 + t * (0.802853 + t * 0.010328)) /
          (1.0 + t * (1.432788 + t * (0.189269 + t * 0.001308))))
    for _ in range(3):
        error = (_cdf(x) - p) * sqrt(tau) * exp(x * x / 2.0)
        x -= error / (1.0 + x * error / 2.0)
    return x
