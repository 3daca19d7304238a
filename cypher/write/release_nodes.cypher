// Takes identifiers that change off their nodes, so that two nodes can swap theirs.
UNWIND $rows AS row
MATCH (n:Lichain {id: row.id})
SET n += row.nothing
