-- The clock of the server that keeps KEYS[1]: seconds, and microseconds within the second.
return redis.call('TIME')
