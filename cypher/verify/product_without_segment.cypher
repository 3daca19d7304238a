// Every product belongs to a link of the chain.
MATCH (n:Product)
WHERE NOT EXISTS { (n)-[:BELONGS_TO]->(:Segment) }
RETURN n.id
