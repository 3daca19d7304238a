// Notes what the last load was.
MATCH (load:LichainLoad {id: 'load'})
SET load.done = datetime(), load.version = $version, load.nodes = $nodes, load.relationships = $relationships
