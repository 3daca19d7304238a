// Of nodes that are gone from the tables, keeps those on which something of other people hangs
// (a relationship, a label, a property) and takes only our labels and properties off them.
UNWIND $rows AS row
MATCH (n)
WHERE elementId(n) = row.element AND n:Lichain AND row.id IN [n.id, '']
  AND (EXISTS { (n)--() }
    OR any(label IN labels(n) WHERE NOT label IN $labels)
    OR any(name IN keys(n) WHERE NOT name IN row.ours))
REMOVE n:$($labels)
SET n:LichainRetired
SET n += row.nothing
