-- Counting words in a table.
local seed, words = 42, {}
for i = 1, 1000 do
    seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
    words[i] = string.format("w%d", seed >> 16 & 127)
end
local text, best, different = table.concat(words, " "), 0, 0
for _ = 1, 1500 do
    local counts = {}
    different = 0
    for word in text:gmatch("[^ ]+") do counts[word] = (counts[word] or 0) + 1 end
    for _, count in pairs(counts) do
        different = different + 1
        if count > best then best = count end
    end
end
print(string.format("%d %d", best, different))
