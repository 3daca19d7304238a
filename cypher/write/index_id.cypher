// Finds a node of a type by its id.
CREATE INDEX lichain_@label@_id IF NOT EXISTS FOR (n:@label@) ON (n.id)
