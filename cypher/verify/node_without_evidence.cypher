// Every node but a source is evidenced by one.
MATCH (n:Lichain)
WHERE NOT n:Source AND NOT EXISTS { (n)-[:EVIDENCED_BY]->(:Source) }
RETURN n.id
