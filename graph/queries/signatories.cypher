// en: Who signed what, for whom, and in which office?
// zh: 谁代表哪一方、以何种职务签署了哪份文件？
MATCH (a:Agreement)-[r:SIGNED_BY]->(p:Person)
OPTIONAL MATCH (p)-[:REPRESENTS]->(s)
RETURN a.title AS agreement, a.signed AS signed, p.name AS person, s.name AS party, r.office AS office, r AS relation
ORDER BY signed, agreement, person, party, a.id
