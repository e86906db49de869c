-- Writes a grant and its index entries, if the record is still the expected one.
--
-- KEYS: the record, the set of ids, the due set of the lane RESCUE, that of ROUTINE; all in one slot.
-- ARGV: the expected revision (empty: there must be no record), then id, revision, status, lane,
--       due time (16 hexadecimal digits; empty: never) and the sealed bytes.
-- Answers 1: the record is as asked for. 0: it had changed, and nothing was written.
--
-- Everything that can fail comes before the first write, because Redis does not undo one.

local id, revision, lane, due = ARGV[2], ARGV[3], ARGV[5], ARGV[6]
local dueSets = { RESCUE = KEYS[3], ROUTINE = KEYS[4] }
local outdated = { RESCUE = {}, ROUTINE = {} } -- due entries to remove

for i = 2, 4 do
    redis.call('ZCARD', KEYS[i]) -- refuses a key of another type
end
local old = redis.call('HMGET', KEYS[1], 'revision', 'lane', 'due')

if not old[1] then
    if redis.call('EXISTS', KEYS[1]) == 1 then
        return redis.error_reply('GARBLED a record without a revision')
    end
    if ARGV[1] ~= '' then
        return 0
    end
    if #redis.call('ZRANGEBYLEX', KEYS[2], '[' .. id, '[' .. id) == 1 then
        -- The record was deleted by hand, and with it what its due entry was.
        for name, entries in pairs(outdated) do
            for _, entry in ipairs(redis.call('ZRANGEBYLEX', dueSets[name], '-', '+')) do
                if string.sub(entry, 17) == id then
                    table.insert(entries, entry)
                end
            end
        end
    end
else
    -- At the new revision already: this very write has been made, and its answer was lost. It is made again, so that
    -- its index entries are there whatever happened to them, and WAIT has something to count.
    if old[1] ~= revision and old[1] ~= ARGV[1] then
        return 0
    end
    if not old[2] or not dueSets[old[2]] or not old[3] or (#old[3] ~= 0 and #old[3] ~= 16) then
        return redis.error_reply('GARBLED a record without its place in the index')
    end
    if old[3] ~= '' then
        table.insert(outdated[old[2]], old[3] .. id)
    end
end

-- These two change nothing, because no id is empty. They fail if the user has lost the right, the first one also if memory
-- is full.
redis.call('ZADD', KEYS[2], 'XX', 0, '')
redis.call('ZREM', KEYS[2], '')

redis.call('HSET', KEYS[1], 'revision', revision, 'status', ARGV[4], 'lane', lane, 'due', due, 'sealed', ARGV[7])
redis.call('ZADD', KEYS[2], 0, id)
for name, entries in pairs(outdated) do
    for _, entry in ipairs(entries) do
        redis.call('ZREM', dueSets[name], entry)
    end
end
if due ~= '' then
    redis.call('ZADD', dueSets[lane], 0, due .. id)
end
return 1
