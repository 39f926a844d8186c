// en: On which organizations do the texts lean most?
// zh: 各文本最倚重哪些国际组织？
MATCH (a)-[r:MENTIONS]->(o:Organization)
RETURN o.name AS organization, sum(r.count) AS times, count(DISTINCT a) AS texts
ORDER BY times DESC, texts DESC, organization
