// EXISTS, COUNT, COLLECT and CALL; pattern comprehensions.
MATCH (a:Agreement) WHERE EXISTS { (a)-[:SIGNED_ON]->(:Date) } RETURN a.id;
MATCH (a:Agreement) WHERE NOT EXISTS { (a)-[:SIGNED_ON]->() } RETURN a.id;
MATCH (a:Agreement) WHERE EXISTS { MATCH (a)-[r:REAFFIRMS]->(b) WHERE r.confidence > 0.95 } RETURN a.id;
MATCH (a:Agreement) WHERE EXISTS { MATCH (a)-[:REAFFIRMS]->(b:Agreement) WHERE b.signed STARTS WITH '1992' } AND a.kind = 'joint-statement' RETURN a.id;
MATCH (a:Agreement) WHERE EXISTS { (a)-[:REAFFIRMS]->()-[:BASED_ON]->({id: 'agr:un-charter'}) } RETURN a.id;
MATCH (a:Agreement) WHERE COUNT { (a)-[:HAS_PARTY]->() } >= 2 RETURN a.id;
MATCH (a:Agreement) RETURN a.id, COUNT { (a)-[:HAS_PARTY]->(:State) } AS parties ORDER BY a.id;
MATCH (a:Agreement) RETURN a.id, EXISTS { (a)<-[:TEXT_OF]-() } AS hasText ORDER BY a.id;
MATCH (a:Agreement) WHERE EXISTS { MATCH (a)-[:HAS_PARTY]->(s) WHERE EXISTS { (s)-[:SUCCESSOR_OF]->() } } RETURN a.id;
MATCH (s:State) WHERE COUNT { (s)<-[:HAS_PARTY]-() } = 0 RETURN s.id;
MATCH (a:Agreement) RETURN a.id, size([(a)-[:HAS_PARTY]->(s) | s.code]) AS parties ORDER BY a.id;
// lists in any order
MATCH (a:Agreement) RETURN a.id, [(a)-[:HAS_PARTY]->(s:State) | s.code] AS parties ORDER BY a.id;
// lists in any order
MATCH (a:Agreement) RETURN a.id, [(a)-[r]->(b:Agreement) WHERE r.confidence > 0.5 | type(r) + ' ' + b.id] AS cited ORDER BY a.id;
CALL { MATCH (a:Agreement) RETURN count(a) AS agreements } CALL { MATCH (s:State) RETURN count(s) AS states } RETURN agreements, states;
MATCH (a:Agreement) CALL { WITH a MATCH (a)-[r]->(b:Agreement) RETURN count(r) AS cited } RETURN a.id, cited ORDER BY a.id;
MATCH (a:Agreement) CALL (a) { MATCH (a)-[r]->(b:Agreement) RETURN count(r) AS cited } RETURN a.id, cited ORDER BY a.id;
MATCH (a:Agreement) CALL (a) { MATCH (a)-[:SIGNED_ON]->(d) RETURN d ORDER BY d.earliest LIMIT 1 } RETURN a.id, d.edtf;
MATCH (a:Agreement) CALL { WITH a OPTIONAL MATCH (a)-[:SIGNED_ON]->(d) RETURN min(d.edtf) AS first } RETURN a.id, first ORDER BY a.id;
CALL { MATCH (a:Agreement) RETURN a.id AS id UNION MATCH (s:State) RETURN s.id AS id } RETURN count(id) AS n;
CALL () { MATCH (a:Agreement) RETURN a ORDER BY a.id LIMIT 1 } RETURN a.id;
UNWIND ['CHN', 'RUS'] AS code CALL { WITH code MATCH (s:State {code: code})<-[:HAS_PARTY]-(a) RETURN count(a) AS n } RETURN code, n;
MATCH (a:Agreement) WITH a, [(a)<-[r]-(b:Agreement) | b.id] AS citing WHERE size(citing) > 1 RETURN a.id, size(citing);
MATCH (a:Agreement) RETURN sum(COUNT { (a)-[:HAS_PARTY]->() }) AS parties;
MATCH (a:Agreement) RETURN a.id, CASE WHEN EXISTS { (a)-[:CALLS_FOR]->() } THEN 'looks ahead' ELSE 'no' END AS kind ORDER BY a.id;
MATCH (a:Agreement) WITH a ORDER BY COUNT { (a)<--() } DESC, a.id LIMIT 3 RETURN a.id;
MATCH (a:Agreement) OPTIONAL MATCH (a)-[:REAFFIRMS]->(b) WITH a, b WHERE EXISTS { (a)-[:HAS_PARTY]->() } RETURN a.id, b.id;
MATCH (a:Agreement) RETURN a.id, size([(a)-[:REAFFIRMS]->(b) | b.code]) AS codes ORDER BY a.id;
// lists in any order
MATCH (a:Agreement) RETURN a.id, [(a)-[:REAFFIRMS]->(b) WHERE b.kind <> 'x' | b.code + '!'] AS codes ORDER BY a.id;
// lists in any order
MATCH (a:Agreement) RETURN a.id, [(a)-[:HAS_PARTY]->(s) | s.nothing] AS nothings, size([(a)-[:SIGNED_ON]->(d) | d.edtf]) AS days ORDER BY a.id;
