// One node of ours per id, whatever its type.
CREATE CONSTRAINT lichain_id IF NOT EXISTS FOR (n:Lichain) REQUIRE n.id IS UNIQUE
