// Every relationship names its claims, sources, locators and notes in step.
MATCH (a:Lichain)-[r]->(b:Lichain)
WHERE r.key IS NOT NULL AND r.claims IS NOT NULL
  AND (size(r.claims) = 0
    OR size(r.sources) <> size(r.claims)
    OR size(r.locators) <> size(r.claims)
    OR size(r.notes) <> size(r.claims)
    OR r.confidence IS NULL)
RETURN a.id, type(r), b.id
