// Nothing ends before it begins.
MATCH (a:Lichain)-[r]->(b:Lichain)
WHERE r.valid_from IS NOT NULL AND r.valid_to IS NOT NULL AND r.valid_to < left(r.valid_from, size(r.valid_to))
RETURN a.id, type(r), b.id
