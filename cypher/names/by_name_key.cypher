// Nodes that have one of the folded names.
UNWIND $keys AS key
MATCH (n:Lichain)
WHERE n.name_keys CONTAINS key
RETURN DISTINCT n
