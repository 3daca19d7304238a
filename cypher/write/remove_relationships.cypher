// Removes relationships of one type that are gone from the tables.
UNWIND $rows AS row
MATCH (:@marker@ {id: row.start})-[r:@type@ {key: row.key}]->(:@marker@ {id: row.end})
DELETE r
