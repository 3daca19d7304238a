// Removes relationships that are gone from the tables.
UNWIND $rows AS row
MATCH ()-[r]->()
WHERE elementId(r) = row.element AND row.key IN [r.key, ''] AND r.claims IS NOT NULL
DELETE r
