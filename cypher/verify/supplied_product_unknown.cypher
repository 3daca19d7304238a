// The product, site and region that a supply names are nodes.
MATCH (a:Lichain)-[r:SUPPLIES]->(b:Lichain)
WHERE r.key IS NOT NULL AND r.claims IS NOT NULL
UNWIND [id IN [r.product, r.site, r.region] WHERE id IS NOT NULL] AS id
WITH a, b, id
WHERE NOT EXISTS { MATCH (:Lichain {id: id}) }
RETURN a.id, b.id, id
