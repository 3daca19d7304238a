// Takes retired nodes back into use when their id is in the tables again.
UNWIND $rows AS row
MATCH (n:LichainRetired {id: row.id})
SET n:@marker@
REMOVE n:LichainRetired
