-- The level of 512 samples of 16 bits, unpacked one by one.
local function compute_rms(samples)
    local unpack, total = string.unpack, 0.0
    for i = 1, #samples, 2 do
        local sample = unpack("<i2", samples:sub(i, i + 1)) / 32768.0
        total = total + sample * sample
    end
    return math.sqrt(total / (#samples // 2))
end

local parts = {}
for i = 0, 511 do parts[#parts + 1] = string.pack("<i2", (i * 7919) % 24001 - 12000) end
local samples, total, rounds = table.concat(parts), 0.0, 3000
for _ = 1, rounds do total = total + compute_rms(samples) end
print(string.format("%.9f", total / rounds))
