// Nothing ends before it begins.
MATCH (a:Lichain)-[r]->(b:Lichain)
WHERE r.key IS NOT NULL AND r.claims IS NOT NULL
  AND CASE WHEN r.valid_from IS :: STRING NOT NULL AND r.valid_to IS :: STRING NOT NULL
    THEN r.valid_to < left(r.valid_from, size(r.valid_to))
    ELSE false
  END
RETURN a.id, type(r), b.id
