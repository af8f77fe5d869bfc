-- An FFT of 1024 points in plain code, on two arrays of floats.
local SIZE = 1024

local function fft(re, im, cosines, sines)
    local n = #re
    local j = 0
    for i = 1, n - 1 do
        local bit = n >> 1
        while j & bit ~= 0 do
            j = j ~ bit
            bit = bit >> 1
        end
        j = j ~ bit
        if i < j then
            re[i + 1], re[j + 1] = re[j + 1], re[i + 1]
            im[i + 1], im[j + 1] = im[j + 1], im[i + 1]
        end
    end
    local size = 2
    while size <= n do
        local half, step = size >> 1, n // size
        for start = 1, n, size do
            local k = 1
            for a = start, start + half - 1 do
                local b = a + half
                local c, s = cosines[k], sines[k]
                local x = re[b] * c - im[b] * s
                local y = re[b] * s + im[b] * c
                re[b] = re[a] - x
                im[b] = im[a] - y
                re[a] = re[a] + x
                im[a] = im[a] + y
                k = k + step
            end
        end
        size = size << 1
    end
end

local cosines, sines = {}, {}
for k = 0, SIZE // 2 - 1 do
    cosines[k + 1] = math.cos(2 * math.pi * k / SIZE)
    sines[k + 1] = -math.sin(2 * math.pi * k / SIZE)
end
local total = 0.0
for r = 0, 299 do
    local re, im = {}, {}
    for i = 0, SIZE - 1 do
        re[i + 1] = ((i * 37 + r) % 101) / 101.0
        im[i + 1] = 0.0
    end
    fft(re, im, cosines, sines)
    total = total + re[2 + r % 500] * re[2 + r % 500] + im[8] * im[8]
end
print(string.format("%.6f", total))
