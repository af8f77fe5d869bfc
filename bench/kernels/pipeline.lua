-- A pipeline of coroutines.
local yield, wrap = coroutine.yield, coroutine.wrap

local function numbers(n)
    return wrap(function()
        local seed = 7
        for _ = 1, n do
            seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
            yield(seed >> 8)
        end
    end)
end

local function only_odd(source)
    return wrap(function()
        for x in source do
            if x & 1 == 1 then yield(x) end
        end
    end)
end

local function scaled(source, factor)
    return wrap(function()
        for x in source do yield(x % 1000 * factor) end
    end)
end

local total = 0
for x in scaled(only_odd(numbers(1000000)), 3) do total = total + x end
print(total)
