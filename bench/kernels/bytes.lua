-- Filtering bytes: a moving average and a threshold, in place.
local function smooth(data)
    local a, b = data[1], data[2]
    for i = 3, #data do
        local c = data[i]
        data[i - 1] = (a + b + b + c) >> 2
        a = b
        b = c
    end
end

local function clip(data, low, high)
    local changed = 0
    for i = 1, #data do
        local value = data[i]
        if value < low then
            data[i] = low
            changed = changed + 1
        elseif value > high then
            data[i] = high
            changed = changed + 1
        end
    end
    return changed
end

local total = 0
for r = 0, 999 do
    local data = {}
    for i = 0, 2047 do data[i + 1] = (i * 31 + r) & 255 end
    smooth(data)
    total = total + clip(data, 40, 200) + data[101 + r]
end
print(total)
