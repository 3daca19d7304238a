// Every relationship of ours, as it stands: those of other people carry no claims.
MATCH (a:@marker@)-[r]->(b:@marker@)
WHERE r.key IS NOT NULL AND r.claims IS NOT NULL
RETURN a.id, b.id, type(r), properties(r)
