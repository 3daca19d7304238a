// Nothing lies inside itself.
MATCH (n:Lichain)-[part:PART_OF*1..8]->(n)
WHERE all(r IN part WHERE r.claims IS NOT NULL)
RETURN DISTINCT n.id
