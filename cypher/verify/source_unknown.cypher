// Every source that a relationship names is in the graph.
MATCH (a:Lichain)-[r]->(b:Lichain)
WHERE r.key IS NOT NULL AND r.claims IS NOT NULL
UNWIND r.sources AS source
WITH DISTINCT source
WHERE NOT EXISTS { MATCH (:Source {id: source}) }
RETURN source
