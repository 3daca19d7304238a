// A key says which nodes its relationship joins, and by what type.
MATCH (a:Lichain)-[r]->(b:Lichain)
WHERE r.key IS NOT NULL AND r.claims IS NOT NULL
WITH a, r, b, type(r) + ':' + a.id + '>' + b.id AS fact
WHERE NOT coalesce(r.key = fact OR r.key STARTS WITH fact + ';', false)
RETURN a.id, type(r), b.id, r.key
