// Adds or changes relationships of one type.
UNWIND $rows AS row
MATCH (a:@marker@ {id: row.start})
MATCH (b:@marker@ {id: row.end})
MERGE (a)-[r:@type@ {key: row.key}]->(b)
SET r += row.properties
