// Changes properties of relationships; properties that other people added stay.
UNWIND $rows AS row
MATCH ()-[r]->()
WHERE elementId(r) = row.element AND r.key = row.key AND r.claims IS NOT NULL
SET r += row.properties
RETURN count(*)
