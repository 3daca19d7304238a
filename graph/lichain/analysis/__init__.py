"""What Cypher alone is the wrong tool for: graphs in memory."""
