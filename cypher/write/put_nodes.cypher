// Adds or changes nodes; properties and labels that other people added stay.
UNWIND $rows AS row
MERGE (n:Lichain {id: row.id})
REMOVE n:$($others[row.type])
SET n:$($labels[row.type])
SET n += row.properties
