// An identifier that no two nodes of a type may share.
CREATE CONSTRAINT lichain_@label@_@property@ IF NOT EXISTS FOR (n:@label@) REQUIRE n.@property@ IS UNIQUE
