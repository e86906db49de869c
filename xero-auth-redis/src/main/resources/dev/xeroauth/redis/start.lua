-- Tries every command that the store needs, on a key that is gone afterwards, and reads what the server says about memory.
--
-- KEYS: a key of nobody else's, the set of ids, the due set of the lane RESCUE, that of ROUTINE; all in one slot.
-- HSET is the first to write: only then does a server that is full refuse it.
-- Answers {'', what INFO says}, or {the command that was refused, why}.

local key = KEYS[1]
local commands = {
    { 'ZCARD', KEYS[2] }, { 'ZCARD', KEYS[3] }, { 'ZCARD', KEYS[4] },
    { 'HSET', key, 'field', 'value' }, { 'HMGET', key, 'field' }, { 'HGETALL', key }, { 'EXISTS', key }, { 'DEL', key },
    { 'ZADD', key, 0, 'member' }, { 'ZRANGEBYLEX', key, '-', '+' }, { 'ZREM', key, 'member' },
    { 'TIME' }, { 'INFO', 'memory' },
}

local answer
for _, command in ipairs(commands) do
    answer = redis.pcall(unpack(command))
    if type(answer) == 'table' and answer.err then
        redis.pcall('DEL', key)
        return { command[1], answer.err }
    end
end
return { '', answer }
