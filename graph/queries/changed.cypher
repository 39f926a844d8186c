// en: What amends, supplements, extends, supersedes or terminates what?
// zh: 哪些文件修改、补充、延长、取代或终止了哪些协定？
MATCH (a)-[r:AMENDS|SUPPLEMENTS|EXTENDS|SUPERSEDES|TERMINATES]->(b:Agreement)
RETURN a.name AS later, type(r) AS change, b.name AS earlier, a.signed AS signed, r.evidence AS evidence, r AS relation
ORDER BY signed, later, change, earlier, a.id, b.id
