// Finds a node by a folded name, as name_keys CONTAINS '|key|'; a text of over 32 KB does not fit.
CREATE TEXT INDEX lichain_name_keys IF NOT EXISTS FOR (n:Lichain) ON (n.name_keys)
