// en: Which states concluded agreements with each other, how many, from when to when?
// zh: 哪些国家之间缔结了协定？数量多少？始于何年，至于何年？
MATCH (x:State)<-[:HAS_PARTY]-(a:Agreement)-[:HAS_PARTY]->(y:State)
WHERE x.code < y.code
RETURN x.name AS state, y.name AS partner, count(DISTINCT a) AS agreements, min(a.signed) AS first, max(a.signed) AS last
ORDER BY agreements DESC, state, partner
