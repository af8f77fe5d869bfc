-- A search tree of 2000 inserts: objects, fields, methods.
local Node = {}
Node.__index = Node

function Node.new(key)
    return setmetatable({key = key, left = false, right = false}, Node)
end

function Node:insert(key)
    if key < self.key then
        if not self.left then self.left = Node.new(key) else self.left:insert(key) end
    elseif key > self.key then
        if not self.right then self.right = Node.new(key) else self.right:insert(key) end
    end
end

function Node:depth()
    local left = self.left and self.left:depth() or 0
    local right = self.right and self.right:depth() or 0
    return 1 + (left > right and left or right)
end

local total, seed = 0, 12345
for _ = 1, 200 do
    local root = Node.new(1 << 30)
    for _ = 1, 2000 do
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        root:insert(seed)
    end
    total = total + root:depth()
end
print(total)
