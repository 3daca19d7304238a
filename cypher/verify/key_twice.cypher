// No fact stands twice.
MATCH (a:Lichain)-[r]->(b:Lichain)
WHERE r.key IS NOT NULL AND r.claims IS NOT NULL
WITH r.key AS key, count(*) AS times
WHERE times > 1
RETURN key, times
