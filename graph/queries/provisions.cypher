// en: Which provisions of which agreements are cited, by whom, and in which words?
// zh: 哪些协定的哪些条款被援引？由谁援引？原文如何表述？
MATCH (a)-[r:CITES_PROVISION]->(p:Provision)<-[:HAS_PROVISION]-(b:Agreement)
RETURN b.name AS agreement, p.number AS provision, p.label AS as_written, a.name AS cited_by, r.evidence AS evidence, r AS relation
ORDER BY agreement, provision, cited_by, a.id, b.id
