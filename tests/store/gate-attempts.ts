/**
 * Attempts to get something other than reading past the gate: everything that writes, reads files, discloses or
 * administers, in every disguise; and what only looks like it. Made by combination, each one distinct.
 */

/** Statements that do harm by themselves, with the word that does it first. */
const HARMFUL: readonly string[] = [
  "CREATE (x:State {id: 'bad'})",
  "MERGE (x:State {id: 'bad'})",
  "MERGE (x:State {id: 'bad'}) ON CREATE SET x.a = 1 ON MATCH SET x.a = 2",
  'MATCH (n:State) DETACH DELETE n',
  'MATCH (n:State) NODETACH DELETE n',
  'MATCH ()-[r]->() DELETE r',
  "MATCH (n:State) SET n.name = 'bad'",
  'MATCH (n:State) SET n:Bad',
  'MATCH (n:State) SET n += {bad: 1}',
  'MATCH (n:State) SET n = {}',
  'MATCH (n:State) REMOVE n.name',
  'MATCH (n:State) REMOVE n:State',
  'INSERT (:State)',
  'FOREACH (x IN [1] | CREATE (:State))',
  "MATCH p = (:State)--() FOREACH (n IN nodes(p) | SET n.name = 'bad')",
  "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
  "LOAD CSV WITH HEADERS FROM '/etc/passwd' AS line RETURN line",
  'DROP INDEX stemma_agreement_kind_index',
  'CREATE INDEX bad FOR (n:State) ON (n.code)',
  'CREATE CONSTRAINT bad FOR (n:State) REQUIRE n.code IS UNIQUE',
  'CREATE DATABASE bad',
  "CREATE USER bad SET PASSWORD 'badbadbad'",
];

/** Ways to say the same so that a careless reader does not see it. */
const DISGUISES: readonly ((statement: string) => string)[] = [
  (statement) => statement,
  (statement) => statement.toLowerCase(),
  (statement) => alternate(statement),
  (statement) => statement.replaceAll(' ', '\n'),
  (statement) => statement.replaceAll(' ', '\t\f\v '),
  (statement) => statement.replaceAll(' ', '\u00a0'),
  (statement) => statement.replaceAll(' ', '/**/'),
  (statement) => statement.replaceAll(' ', "/* ' */"),
  (statement) => statement.replaceAll(' ', ' //"\n'),
  (statement) => `\ufeff${statement}`,
  (statement) => `/* RETURN 1 */ ${statement} // RETURN 1`,
  (statement) => `// MATCH (n) RETURN n\n${statement}`,
  (statement) => escapeWord(statement, 1),
  (statement) => escapeWord(statement, 2),
  (statement) => escapeWord(statement, Number.POSITIVE_INFINITY),
  (statement) => escapeWord(statement, 1).replace('\\u', '\\uuuu'),
  (statement) => fullWidth(statement),
  (statement) => statement.replace(/(?<=\b[A-Z])(?=[A-Z])/g, '\u200b'),
  (statement) => statement.replace(/(?<=\b[A-Z])(?=[A-Z])/g, '\u00ad'),
  (statement) => `EXPLAIN ${statement}`,
  (statement) => `PROFILE ${statement}`,
  (statement) => `CYPHER 5 ${statement}`,
  (statement) => `CYPHER runtime=slotted ${statement}`,
  (statement) => `USE neo4j ${statement}`,
  (statement) => `${statement};`,
  (statement) => `RETURN 1 AS x; ${statement}`,
  (statement) => `RETURN ';' AS x;${statement};`,
  (statement) => `BEGIN ${statement}`,
  (statement) => `RETURN '//' AS x ${statement}`,
  (statement) => `WITH '/*' AS x ${statement} // */`,
  (statement) => `WITH "it's" AS x ${statement} // '`,
  (statement) => `WITH 'a\\'' AS x ${statement} // '`,
  (statement) => `WITH 'a\\\\' AS x ${statement} // '`,
  (statement) => `WITH 1 AS \`//\` ${statement}`,
  (statement) => `WITH 1 AS \`/*\`\`\` ${statement} /* */`,
  (statement) => `WITH * ${statement}`,
  (statement) => `UNWIND [1] AS x ${statement}`,
  (statement) => `OPTIONAL MATCH (y) WITH y ${statement}`,
  (statement) => `MATCH (y) WITH y ORDER BY y.id DESC SKIP 0 LIMIT 1 ${statement}`,
  (statement) => `CALL { ${statement} }`,
  (statement) => `CALL () { ${statement} } RETURN 1 AS x`,
  (statement) => `CALL { CALL { ${statement} RETURN 1 AS x } RETURN x } RETURN x`,
  (statement) => `UNWIND [1] AS x CALL { WITH x ${statement} } IN TRANSACTIONS OF 1 ROW RETURN x`,
  (statement) => `UNWIND [1] AS x CALL (x) { ${statement} } IN 2 CONCURRENT TRANSACTIONS RETURN x`,
  (statement) => `RETURN EXISTS { ${statement} } AS x`,
  (statement) => `RETURN COUNT { ${statement} } AS x`,
  (statement) => `RETURN COLLECT { ${statement} RETURN 1 } AS x`,
  (statement) => `MATCH (y) WHERE EXISTS { ${statement} } RETURN y`,
  (statement) => `RETURN 1 AS x UNION ${statement}`,
  (statement) => `RETURN 1 AS x UNION ALL ${statement} RETURN 2 AS x`,
  (statement) => `CALL db.labels() YIELD label ${statement}`,
  (statement) => `RETURN CASE WHEN true THEN 1 END AS x ${statement}`,
  (statement) => `RETURN [x IN [1] | x] AS x ${statement}`,
  (statement) => `RETURN 1.${statement}`,
  (statement) => `RETURN $x ${statement}`,
  (statement) => `RETURN 0x1 ${statement}`,
  (statement) => `RETURN *\n${statement}`,
];

/** What a value would do that is pasted into a query between backticks, quotes or brackets. */
const INJECTED: readonly string[] = [
  'DETACH DELETE n',
  'SET n.x = 1',
  'REMOVE n.name',
  'CREATE (:State)',
  'MERGE (:State)',
].flatMap((harm) => [
  `MATCH (n:\`State\`) ${harm} //\`) RETURN n`,
  `MATCH (n:\`a\`\`\`) ${harm} //\`) RETURN n`,
  `MATCH (n)-[:\`X\`]->() ${harm} WITH 1 AS x MATCH (\`m\`) RETURN m`,
  `MATCH (n {id: 'x'}) ${harm} // '}) RETURN n`,
  `MATCH (n {id: "x"}) ${harm} // "}) RETURN n`,
  `MATCH (n) WHERE n.name = '' ${harm} RETURN '' AS x`,
  `MATCH (n) WHERE n.name CONTAINS '\\\\' ${harm} RETURN '' AS x`,
  `MATCH (n) WHERE n.x = $p ${harm}`,
  `MATCH (n) WHERE n.\`x\` = 1 ${harm}`,
  `MATCH (n) RETURN n LIMIT 1 ${harm}`,
  `MATCH (n) WITH n LIMIT $n ${harm}`,
  `MATCH (n) RETURN n ORDER BY n.id ASC ${harm}`,
]);

const DISCLOSING: readonly string[] = `
  dbms.listConfig dbms.components dbms.info dbms.queryJmx dbms.listConnections dbms.killConnection dbms.setConfigValue
  dbms.listCapabilities dbms.security.listUsers dbms.cluster.overview dbms.routing.getRoutingTable dbms.checkConfigValue
  dbms.upgrade dbms.scheduler.groups dbms.scheduler.jobs dbms.quarantineDatabase dbms.listPools
  db.createLabel db.createProperty db.createRelationshipType db.clearQueryCaches db.prepareForReplanning db.checkpoint
  db.awaitIndexes db.resampleIndex db.stats.clear db.stats.collect db.stats.retrieve db.info db.ping db.indexes
  db.index.fulltext.queryNodes db.index.fulltext.queryRelationships db.index.vector.createNodeIndex
  db.create.setNodeVectorProperty db.schema.visualization db.schema.nodeTypeProperties tx.setMetaData tx.getMetaData
  apoc.load.json apoc.load.csv apoc.load.jdbc apoc.cypher.run apoc.cypher.doIt apoc.cypher.runFile apoc.export.csv.all
  apoc.export.cypher.all apoc.import.graphml apoc.periodic.iterate apoc.periodic.commit apoc.create.node apoc.refactor.rename.label
  apoc.trigger.add apoc.util.sleep apoc.systemdb.graph apoc.config.map gds.graph.project
  grafeo.procedures grafeo.pagerank grafeo.connected_components`
  .trim()
  .split(/\s+/);

const CALLS: readonly ((name: string) => string)[] = [
  (name) => `CALL ${name}()`,
  (name) => `call ${name}() yield * return *`,
  (name) =>
    `CALL ${name
      .split('.')
      .map((part) => `\`${part}\``)
      .join('.')}()`,
  (name) => `MATCH (n) CALL ${name.replaceAll('.', ' . ')} () RETURN n`,
  (name) => `CALL { CALL ${name.replaceAll('.', '/**/./**/')}() YIELD value RETURN value } RETURN value`,
  (name) => `OPTIONAL CALL ${name}('x') YIELD value RETURN value`,
];

/** None of these may pass. */
export const ATTEMPTS: readonly string[] = [
  ...new Set([
    ...HARMFUL.flatMap((statement) => DISGUISES.map((disguise) => disguise(statement))),
    ...INJECTED,
    ...DISCLOSING.flatMap((name) => CALLS.map((call) => call(name))),
    ...DISCLOSING.filter((name) => name.startsWith('apoc.')).map((name) => `RETURN ${name}('x') AS x`),
  ]),
];

/** Without a disguise that no engine reads: what the engines themselves are asked, the gate left out. */
export const BARE_ATTEMPTS: readonly string[] = HARMFUL.filter(
  (statement) => !/DATABASE|USER|INSERT/.test(statement),
).flatMap((statement) => [0, 6, 12, 39].map((disguise) => DISGUISES[disguise]?.(statement) ?? statement));

const LOOK_ALIKES: readonly ((word: string) => string)[] = [
  (word) => `MATCH (n) WHERE n.${word} = 1 RETURN n`,
  (word) => `RETURN '${word} (n) ;' AS x`,
  (word) => `RETURN "it's ${word}: \\" ${word} n" AS x`,
  (word) => `/* ${word} (n) */ RETURN 1 AS x`,
  (word) => `RETURN 1 AS x // ${word} n`,
  (word) => `MATCH (n:\`${word}\`) RETURN n`,
  (word) => `MATCH (n)-[:${word}]->(m:${word}) RETURN m`,
  (word) => `RETURN {${word}: 1, b: {${word}: 2}} AS m`,
  (word) => `WITH 1 AS \`${word}\` RETURN \`${word}\` + 1 AS x`,
  (word) => `WITH 1 AS ${word}d RETURN ${word}d AS x`,
  (word) =>
    `MATCH (n) WHERE n.name CONTAINS '${word}' OR n.name =~ '.*${word} .*' RETURN n.name AS ${word}_at`,
  (word) => `MATCH (n) RETURN n.${word.toLowerCase()} AS x ORDER BY n.${word} DESC`,
];

/** All of these must pass: the words of harm as names, texts and comments. */
export const HARMLESS: readonly string[] =
  'CREATE MERGE SET DELETE DETACH REMOVE INSERT FOREACH LOAD DROP CALL'
    .split(' ')
    .flatMap((word) => LOOK_ALIKES.map((lookAlike) => lookAlike(word)));

function alternate(text: string): string {
  return Array.from(text, (letter, at) => (at % 2 ? letter.toLowerCase() : letter.toUpperCase())).join('');
}

/** The first letters of every word in upper case as \uXXXX. */
function escapeWord(text: string, count: number): string {
  return text.replace(/\b[A-Z]{3,}\b/g, (word) =>
    Array.from(word, (letter, at) => (at < count ? escaped(letter) : letter)).join(''),
  );
}

function escaped(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function fullWidth(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
}
