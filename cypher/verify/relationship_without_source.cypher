// Every relationship names its claims, sources, locators, confidences and notes in step.
MATCH (a:Lichain)-[r]->(b:Lichain)
WHERE r.key IS NOT NULL AND r.claims IS NOT NULL
WITH a, r, b, [r.claims, r.sources, r.locators, r.confidences, r.notes] AS lists
WHERE r.confidence IS NULL OR
  CASE WHEN all(list IN lists WHERE list IS :: LIST<STRING NOT NULL> NOT NULL)
    THEN size(r.claims) = 0 OR any(list IN lists WHERE size(list) <> size(r.claims))
    ELSE true
  END
RETURN a.id, type(r), b.id
