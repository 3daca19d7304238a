// Waits until the indexes can be used, at most a minute.
CALL db.awaitIndexes(60)
