WITH '宁德时代' AS name
CALL db.index.fulltext.queryNodes('lichain_names', name) YIELD node
RETURN node, node.id AS id
LIMIT 10
