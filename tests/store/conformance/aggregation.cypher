// Counting, summing, collecting, grouping.
MATCH (a:Agreement) RETURN count(*);
MATCH (a:Agreement) RETURN count(a), count(a.signed), count(DISTINCT a.kind);
MATCH (a:Agreement) RETURN a.kind, count(*) ORDER BY count(*) DESC, a.kind;
MATCH (a:Agreement) RETURN a.kind AS kind, count(*) AS count ORDER BY count DESC, kind LIMIT 3;
MATCH (a:Agreement)-[r]->(b:Agreement) WITH b, count(r) AS times WHERE times > 1 RETURN b.name, times ORDER BY times DESC, b.name;
MATCH (a)-[r:MENTIONS]->(o:Organization) RETURN o.name, sum(r.count), min(r.count), max(r.count), avg(r.count);
MATCH (m:Mention) RETURN m.type, count(*), min(m.start), max(m.end), avg(m.confidence) > 0.5;
MATCH (m:Mention) RETURN max(size(m.text)), min(size(m.text)), sum(m.end - m.start) ;
// lists in any order
MATCH (a:Agreement) RETURN a.kind, collect(a.id);
// lists in any order
MATCH (a:Agreement)-[:HAS_PARTY]->(s:State) RETURN a.id, collect(DISTINCT s.code) AS parties;
MATCH (a:Agreement) WITH a ORDER BY a.id RETURN collect(a.id) AS ids;
MATCH (a:Agreement) WITH a ORDER BY a.signed DESC, a.id RETURN a.status, collect(a.id) AS ids ORDER BY a.status;
MATCH (a:Agreement) WITH a ORDER BY a.id WITH collect(a.id) AS ids RETURN size(ids), ids[0], ids[-1], ids[1..3], ids[..2], head(ids), last(ids);
MATCH (n) RETURN count(DISTINCT labels(n)[0]);
MATCH (a:Agreement)-[r]->() WITH a, count(DISTINCT type(r)) AS kinds, count(r) AS edges RETURN a.id, kinds, edges ORDER BY edges DESC, a.id;
MATCH (a:Agreement) RETURN min(a.signed), max(a.signed), min(a.earliest), max(a.latest);
MATCH (a:Agreement) RETURN a.status = 'concluded' AS concluded, count(*) AS count;
UNWIND [1, 2, 3, 4, 5, 6, 7, 8] AS x RETURN stDev(x) > 2.4, stDevP(x) > 2.2, percentileCont(x, 0.5), percentileDisc(x, 0.5);
UNWIND [] AS x RETURN count(x), sum(x), collect(x), min(x), avg(x);
MATCH (a:Nothing) RETURN count(a), sum(a.x), collect(a.x), max(a.x);
MATCH (a:Nothing) RETURN a.kind, count(*);
MATCH (a:Agreement)-[:SIGNED_ON]->(d:Date) RETURN d.earliest / 10000 AS year, count(a) AS agreements ORDER BY year;
MATCH (a:Agreement) WITH count(a) AS total MATCH (s:State) RETURN total, count(s) AS states;
MATCH (a:Agreement) WITH a.kind AS kind, count(*) AS n WITH collect(kind) AS kinds, sum(n) AS total, max(n) AS most RETURN size(kinds), total, most;
MATCH (a:Agreement)-[r]->(b:Agreement) RETURN type(r) AS type, count(*) AS n, count(DISTINCT a) AS citing, count(DISTINCT b) AS cited ORDER BY n DESC, type;
MATCH (a:Agreement)-[r]->(b:Agreement) WITH a, b, collect(type(r)) AS types WHERE size(types) > 1 RETURN a.id, b.id, size(types);
MATCH (a:Agreement) RETURN count(*) + 1 AS more, count(*) * 2 AS twice, toFloat(count(*)) / 2 AS half;
MATCH (d:Document)<-[:FOUND_IN]-(m) WITH d, m.type AS type, count(*) AS n ORDER BY d.id, n DESC, type WITH d, collect({type: type, n: n}) AS types RETURN d.id, types[0].type, types[0].n;
MATCH (a:Agreement) WITH a.kind AS kind, collect(a) AS group WHERE size(group) = 1 RETURN kind, group[0].id;
MATCH (a:Agreement) RETURN DISTINCT a.kind ORDER BY a.kind;
MATCH (a:Agreement)-[:HAS_PARTY]->(s) RETURN DISTINCT s.code, labels(s) ORDER BY s.code;
MATCH (a:Agreement) RETURN collect(DISTINCT a.status)[0] IS NOT NULL;
MATCH (a:Agreement) WITH a ORDER BY a.id RETURN collect(a.id)[0];
MATCH (a:Agreement) RETURN size(collect(a)) AS n;
MATCH (a:Agreement) WITH a ORDER BY a.id RETURN head(collect(a.name)) AS first;
