// Every region inside a country lies in a larger one.
MATCH (n:Region)
WHERE n.kind IN ['province', 'prefecture', 'county', 'zone'] AND NOT EXISTS { (n)-[:PART_OF]->(:Region) }
RETURN n.id
