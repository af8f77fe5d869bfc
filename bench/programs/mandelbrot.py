# Local floats in a tight inner loop.
def inside(width, height, limit):
    total = 0
    for row in range(height):
        ci = 2.4 * row / height - 1.2
        for column in range(width):
            cr = 3.0 * column / width - 2.1
            zr = zi = 0.0
            n = 0
            while n < limit:
                square_r = zr * zr
                square_i = zi * zi
                if square_r + square_i > 4.0:
                    break
                zi = 2.0 * zr * zi + ci
                zr = square_r - square_i + cr
                n += 1
            total += n
    return total


print(inside(320, 240, 200))
