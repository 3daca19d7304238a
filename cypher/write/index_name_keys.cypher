// Finds a node by a folded name: name_keys CONTAINS '|key|'.
CREATE TEXT INDEX lichain_name_keys IF NOT EXISTS FOR (n:@marker@) ON (n.name_keys)
