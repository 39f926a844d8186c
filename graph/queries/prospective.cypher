// en: Which agreements were still to be concluded, and which texts call for them?
// zh: 哪些协定当时尚未缔结？哪些文本呼吁缔结？
MATCH (a)-[r:CALLS_FOR]->(b:Agreement)
RETURN b.name AS agreement, b.status AS status, a.name AS called_for_by, a.signed AS signed, r.evidence AS evidence, r AS relation
ORDER BY agreement, signed, called_for_by, a.id, b.id
