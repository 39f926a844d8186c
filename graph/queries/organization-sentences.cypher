// en: In which sentences is each organization named?
// zh: 各国际组织出现在哪些句子中？
MATCH (d:Document)<-[:FOUND_IN]-(m:Mention)-[:REFERS_TO]->(o:Organization)
RETURN o.name AS organization, m.sentence AS sentence, d.name AS document, m.start AS position
ORDER BY organization, document, position, m.id
