-- Removes a grant and its index entries, if the record is still the expected one.
--
-- KEYS: the record, the set of ids, the due set of the lane RESCUE, that of ROUTINE; all in one slot.
-- ARGV: the expected revision, the id.
-- Answers 1: removed. 0: it had changed or was not there, and nothing was removed.
--
-- Everything that can fail comes before the first write, because Redis does not undo one.

local id = ARGV[2]
local dueSets = { RESCUE = KEYS[3], ROUTINE = KEYS[4] }

for i = 2, 4 do
    redis.call('ZCARD', KEYS[i]) -- refuses a key of another type
end
local old = redis.call('HMGET', KEYS[1], 'revision', 'lane', 'due')

if not old[1] or old[1] ~= ARGV[1] then
    return 0
end
if not old[2] or not dueSets[old[2]] or not old[3] or (#old[3] ~= 0 and #old[3] ~= 16) then
    return redis.error_reply('GARBLED a record without its place in the index')
end

redis.call('ZREM', KEYS[2], '') -- removes nothing, and fails if the right is gone
redis.call('DEL', KEYS[1])
redis.call('ZREM', KEYS[2], id)
if old[3] ~= '' then
    redis.call('ZREM', dueSets[old[2]], old[3] .. id)
end
return 1
