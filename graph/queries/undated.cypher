// en: For which agreements does neither a text nor an authority give a date of signature?
// zh: 哪些协定在文本和规范文档中均无签署日期？
MATCH (a:Agreement)
WHERE a.signed IS NULL AND NOT EXISTS { MATCH (a)-[:SIGNED_ON]->(:Date) }
RETURN a.name AS agreement, a.kind AS kind, a.status AS status, a AS node
ORDER BY agreement, a.id
