// Nodes with names that share words or characters, the likest first.
CALL db.index.fulltext.queryNodes('lichain_names', $words) YIELD node, score
WHERE $types IS NULL OR any(label IN labels(node) WHERE label IN $types)
RETURN node
ORDER BY score DESC
LIMIT $limit
