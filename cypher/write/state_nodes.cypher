// Every node of ours, as it stands.
MATCH (n:@marker@)
RETURN n.id, labels(n), properties(n)
