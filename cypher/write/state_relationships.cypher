// Every relationship of ours, as it stands: those of other people carry no claims.
MATCH (a:Lichain)-[r]->(b:Lichain)
WHERE r.key IS NOT NULL AND r.claims IS NOT NULL
RETURN elementId(r), a.id, b.id, type(r), properties(r)
