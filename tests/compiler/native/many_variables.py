# expect: hand, because micropython.native is MicroPython's
import micropython


@micropython.native
def f(n):
    a = b = c = d = e = g = h = i = j = k = l = 1
    p = q = r = s = t = u = v = w = x = y = z = 0.5
    for step in range(n):
        a += b; b += c; c += d; d += e; e += g; g += h; h += i; i += j; j += k; k += l; l += step
        p += q; q += r; r += s; s += t; t += u; u += v; v += w; w += x; x += y; y += z; z += l
    return a, b, c, d, e, g, h, i, j, k, l, p, q, r, s, t, u, v, w, x, y, z


print(*f(12))
