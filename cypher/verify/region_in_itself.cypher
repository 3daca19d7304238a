// No region lies inside itself.
MATCH (n:Region)-[:PART_OF*1..8]->(n)
RETURN DISTINCT n.id
