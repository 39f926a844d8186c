// en: Which mentions lead to no known thing, why not, and what might they mean?
// zh: 哪些提及未能确定所指？原因何在？可能指什么？
MATCH (m:Mention)-[:FOUND_IN]->(d:Document)
WHERE m.unresolved IS NOT NULL
RETURN d.name AS document, m.text AS mention, m.unresolved AS reason, m.candidates AS candidates, m.sentence AS sentence
ORDER BY document, m.start, m.id
