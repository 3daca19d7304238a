// No id stands for two nodes.
MATCH (n:Lichain)
WITH n.id AS id, count(*) AS times
WHERE times > 1
RETURN id, times
