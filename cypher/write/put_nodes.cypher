// Adds or changes nodes of one type; properties that other people added stay.
UNWIND $rows AS row
MERGE (n:@marker@ {id: row.id})
REMOVE n:@others@
SET n:@labels@
SET n += row.properties
