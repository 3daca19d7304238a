// Removes nodes that are gone from the tables; their relationships are gone already.
UNWIND $ids AS id
MATCH (n:@marker@ {id: id})
DELETE n
