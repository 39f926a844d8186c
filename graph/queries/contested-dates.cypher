// en: On which dates of signature do texts and authorities disagree?
// zh: 哪些签署日期在文本与规范文档之间不一致？
MATCH (a:Agreement)-[r:SIGNED_ON]->(d:Date)
WITH a, r, d
ORDER BY d.edtf
WITH a, collect(d.edtf) AS dates, collect(r.asserted_by) AS asserted_by
WHERE size(dates) > 1
RETURN a.name AS agreement, dates, asserted_by
ORDER BY agreement, a.id
