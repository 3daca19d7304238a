// Every region inside a country lies in a larger one.
MATCH (n:Lichain:Region)
WHERE n.kind IN ['province', 'prefecture', 'county', 'zone']
  AND NOT EXISTS { (n)-[r:PART_OF]->(:Lichain:Region) WHERE r.claims IS NOT NULL }
RETURN n.id
