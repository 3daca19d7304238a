// Every index and constraint, whoever made it; an index of a constraint carries its name.
SHOW INDEXES YIELD name, type, entityType, labelsOrTypes, properties, owningConstraint, options
