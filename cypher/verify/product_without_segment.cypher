// Every product belongs to a link of the chain.
MATCH (n:Lichain:Product)
WHERE NOT EXISTS { (n)-[r:BELONGS_TO]->(:Lichain:Segment) WHERE r.claims IS NOT NULL }
RETURN n.id
