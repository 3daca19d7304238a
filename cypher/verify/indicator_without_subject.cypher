// Every number is of somebody.
MATCH (n:Lichain:Indicator)
WHERE NOT EXISTS { (n)-[r:OF {role: 'subject'}]->(:Lichain) WHERE r.claims IS NOT NULL }
RETURN n.id
