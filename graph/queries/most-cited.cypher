// en: Which agreements are cited by the most others, and how?
// zh: 哪些协定被援引得最多？以何种方式援引？
MATCH (a:Agreement)-[r]->(b:Agreement)
WITH a, b, type(r) AS relation
ORDER BY relation
WITH b, count(DISTINCT a) AS cited_by, collect(DISTINCT relation) AS relations
RETURN b.name AS agreement, b.signed AS signed, cited_by, relations
ORDER BY cited_by DESC, agreement, b.id
LIMIT 50
