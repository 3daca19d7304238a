// Adds relationships; the load has seen, behind its lock, that they are not there yet.
UNWIND $rows AS row
MATCH (a:Lichain {id: row.start})
MATCH (b:Lichain {id: row.end})
CREATE (a)-[r:$(row.type)]->(b)
SET r = row.properties
RETURN count(*)
