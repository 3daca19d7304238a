// Makes loads wait for one another: the second blocks here until the first has committed.
MERGE (load:LichainLoad {id: 'load'})
SET load.began = datetime()
