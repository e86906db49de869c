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
else
    if old[1] == revision then
        -- This very write has been made, and its answer was lost. Write something, so that WAIT has something to count.
        redis.call('HSET', KEYS[1], 'revision', revision)
        return 1
    end
    if old[1] ~= ARGV[1] then
        return 0
    end
    if not old[2] or not dueSets[old[2]] or not old[3] or (#old[3] ~= 0 and #old[3] ~= 16) then
        return redis.error_reply('GARBLED a record without its place in the index')
    end
end

redis.call('HSET', KEYS[1], 'revision', revision, 'status', ARGV[4], 'lane', lane, 'due', due, 'sealed', ARGV[7])
redis.call('ZADD', KEYS[2], 0, id)
if old[1] and old[3] ~= '' then
    redis.call('ZREM', dueSets[old[2]], old[3] .. id)
end
if due ~= '' then
    redis.call('ZADD', dueSets[lane], 0, due .. id)
end
return 1
