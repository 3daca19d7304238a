// Every node but a source is evidenced by one.
MATCH (n:Lichain)
WHERE NOT n:Source AND NOT EXISTS { (n)-[r:EVIDENCED_BY]->(:Lichain:Source) WHERE r.claims IS NOT NULL }
RETURN n.id
