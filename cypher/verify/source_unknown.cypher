// Every source that a relationship names is in the graph.
MATCH (:Lichain)-[r]->(:Lichain)
WHERE r.key IS NOT NULL AND r.claims IS NOT NULL
UNWIND r.sources AS source
WITH DISTINCT source
WHERE NOT EXISTS { MATCH (:Lichain:Source {id: source}) }
RETURN source
