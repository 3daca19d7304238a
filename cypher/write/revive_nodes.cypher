// Takes retired nodes back into use when their id is in the tables again.
MATCH (n:LichainRetired)
WHERE $nothing[n.id] IS NOT NULL
WITH n.id AS id, head(collect(n)) AS n
SET n:Lichain
REMOVE n:LichainRetired
SET n += $nothing[id]
