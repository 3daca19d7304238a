// Every number is of somebody.
MATCH (n:Indicator)
WHERE NOT EXISTS { (n)-[r:OF]->(:Lichain) WHERE r.role = 'subject' }
RETURN n.id
