// Removes nodes that are gone from the tables; their relationships are gone already.
UNWIND $rows AS row
MATCH (n)
WHERE elementId(n) = row.element AND n:Lichain AND row.id IN [n.id, '']
DELETE n
