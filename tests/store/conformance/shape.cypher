// WITH, ORDER BY, SKIP, LIMIT, UNION; the names of columns that nobody named.
MATCH (a:Agreement) WITH a ORDER BY a.id SKIP 1 LIMIT 3 RETURN a.id;
MATCH (a:Agreement) RETURN a.id ORDER BY a.id SKIP 2 LIMIT 2;
MATCH (a:Agreement) RETURN a.id ORDER BY a.id SKIP $skip LIMIT $limit;
MATCH (a:Agreement) RETURN a.id AS id ORDER BY id DESC LIMIT 3;
MATCH (a:Agreement) RETURN a.id LIMIT 0;
MATCH (a:Agreement) RETURN a.name AS name ORDER BY size(a.name) DESC, name LIMIT 4;
MATCH (a:Agreement) RETURN a.kind AS kind, a.id AS id ORDER BY kind ASC, id DESC;
MATCH (a:Agreement) RETURN DISTINCT a.kind AS kind, a.status AS status ORDER BY kind, status;
MATCH (a:Agreement) WITH DISTINCT a.kind AS kind WHERE kind <> 'charter' RETURN kind ORDER BY kind;
MATCH (a:Agreement) WITH a, size(a.name) AS length WHERE length > 6 RETURN a.id, length ORDER BY length, a.id;
MATCH (a:Agreement) WITH a.kind AS kind, count(*) AS n ORDER BY n DESC, kind LIMIT 1 MATCH (b:Agreement {kind: kind}) RETURN b.id;
MATCH (a:Agreement)-[r:REAFFIRMS]->(b) WITH * WHERE r.confidence < 1 RETURN a.id, b.id;
MATCH (s:State) RETURN s.name AS name UNION MATCH (o:Organization) RETURN o.name AS name;
MATCH (s:State) RETURN s.id AS id UNION ALL MATCH (s:State) RETURN s.id AS id;
RETURN 1 AS x UNION RETURN 1 AS x UNION RETURN 2 AS x;
RETURN 1 AS x UNION ALL RETURN 1 AS x;
MATCH (a:Agreement {kind: 'charter'}) RETURN a.id AS id, 'charter' AS why UNION MATCH (a:Agreement {kind: 'treaty'}) RETURN a.id AS id, 'treaty' AS why;
MATCH (a:Agreement)-[:REAFFIRMS]->(b) RETURN * ;
MATCH (b:State), (a:Place) WITH b.code AS z, a.name AS y RETURN *;
MATCH (b:State) WITH b.code AS z RETURN *, size(z) AS n;
MATCH (a:Agreement) RETURN count(*), count(a), count(DISTINCT a.kind), min(a.signed), max( a.signed );
MATCH (a:Agreement {id: 'agr:1996'})-[r:REAFFIRMS]->(b) RETURN type(r), labels(b), TYPE(r) AS t, b.name STARTS WITH '中', NOT b.name = 'x', b.signed IS NULL;
MATCH (a:Agreement {id: 'agr:1996'}) RETURN CASE WHEN a.kind = 'x' THEN 1 ELSE 2 END, [x IN a.names | x], coalesce(a.nothing, 'y'), a {.id};
MATCH (a:Agreement {id: 'agr:1996'}) RETURN EXISTS { (a)-->() }, COUNT { (a)-[:HAS_PARTY]->() }, size([(a)-[:HAS_PARTY]->(s) | s]), a.`id`;
MATCH (a:Agreement {id: 'agr:1996'}) RETURN a.id /* the id */ , a.name // the name
;
MATCH (a:Agreement {id: 'agr:1996'}) RETURN a.id
  ,
  a.name;
MATCH (a:Agreement) WITH a.id AS id, a.kind AS `kind of it` RETURN id, `kind of it` ORDER BY id LIMIT 2;
MATCH (a:Agreement {id: 'agr:1996'}) RETURN DISTINCT a.id, toUpper(a.kind), reduce(s = 0, x IN [1] | s + x), a.signed = '1996-04-25';
MATCH (a:Agreement) RETURN a.kind, collect(DISTINCT a.status)[0] IS NULL ORDER BY a.kind;
MATCH p = (a:Agreement {id: 'agr:1994'})-[:REAFFIRMS]->() RETURN length(p), nodes(p), p;
MATCH (a:Agreement)-->(b:Agreement) WITH a, count(*) AS n RETURN avg(n) > 0, max(n), min(n), sum(n);
MATCH (a:Agreement) WITH a ORDER BY a.id RETURN a.id, a.name LIMIT 3;
match (a:Agreement) where a.id = 'agr:1996' return a.id as Id, a.kind AS KIND;
MATCH (a:Agreement) WHERE a.id = 'agr:1996' RETURN a.id AS id, a.title AS title, a.signed AS signed;
MATCH (a:Agreement), (s:State) WHERE a.id = 'agr:1996' AND s.code = 'CHN' RETURN a.id, s.id;
MATCH (a:Agreement) WHERE a.id = 'agr:1996' WITH a AS b RETURN b.id;
WITH 1 AS a, 2 AS b WITH a + b AS c, a AS a RETURN c, a;
MATCH (a:Agreement)-[r]->(b:Agreement) RETURN a.id AS source, b.id AS target, type(r) AS type ORDER BY source, target, type SKIP 1 LIMIT 5;
