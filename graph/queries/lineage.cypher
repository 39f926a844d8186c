// en: What does each text that was read stand on, directly and up to three steps back?
// zh: 各文本以哪些协定为根基（直接援引及上溯三步）？
MATCH (:Document)-[:TEXT_OF]->(a:Agreement)
WITH DISTINCT a
MATCH p = (a)-[*1..3]->(b:Agreement)
WHERE b.id <> a.id
RETURN a.title AS text, b.title AS stands_on, b.signed AS signed, min(length(p)) AS steps
ORDER BY text, steps, signed, stands_on
