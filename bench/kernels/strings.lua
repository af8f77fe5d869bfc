-- Building strings: concatenation in a loop, formatting, concat, gsub, sub.
local total = 0
for r = 0, 2999 do
    local text = ""
    for i = 0, 199 do text = text .. string.char(97 + (i * 7 + r) % 26) end
    local lines = {}
    for i = 0, 99 do lines[#lines + 1] = string.format("%d:%s;", i, text:sub(i + 1, i + 8)) end
    local joined = table.concat(lines, ","):gsub("a", "AA")
    local _, count = joined:gsub("A", "A")
    total = total + #joined + count
end
print(total)
