// Every node of ours, as it stands.
MATCH (n:Lichain)
RETURN elementId(n), n.id, labels(n), properties(n)
