// Nodes by their ids.
UNWIND $ids AS id
MATCH (n:Lichain {id: id})
RETURN n
