// en: Which earlier agreements does each text reaffirm, and in which words?
// zh: 各文本重申了哪些先前的协定？原文如何表述？
MATCH (a:Agreement)-[r:REAFFIRMS]->(b:Agreement)
OPTIONAL MATCH (b)-[:SIGNED_ON]->(d:Date)
RETURN a.title AS citing, b.title AS cited, d.edtf AS signed, r.evidence AS evidence, r AS relation
ORDER BY signed, cited, citing, a.id, b.id
