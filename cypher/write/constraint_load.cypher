// One lock for all loads: without this, two first loads at once would make a lock each.
CREATE CONSTRAINT lichain_load IF NOT EXISTS FOR (n:LichainLoad) REQUIRE n.id IS UNIQUE
