// Every node of ours has an id, and it is a text.
MATCH (n:Lichain)
WHERE n.id IS NULL OR n.id = '' OR NOT n.id IS :: STRING
RETURN labels(n), coalesce(n.name_zh, n.name_en)
