// Nodes of ours on which something of other people hangs: a relationship, a label or a property.
UNWIND $ids AS id
MATCH (n:@marker@ {id: id})
WHERE EXISTS { (n)-[r]-() WHERE r.claims IS NULL OR r.key IS NULL }
   OR any(label IN labels(n) WHERE NOT label IN $labels)
   OR any(name IN keys(n) WHERE NOT name IN $properties)
RETURN n.id
