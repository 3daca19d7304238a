// Takes our types and properties off nodes that other people tied something to; the node stays for them.
UNWIND $rows AS row
MATCH (n:@marker@ {id: row.id})
REMOVE n:@labels@
SET n:LichainRetired
SET n += row.properties
