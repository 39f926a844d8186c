/**
 * What the embedded engine refuses and a server answers: the query, what the message says, and a query that both
 * answer as the server answers the first. The table in the README is this one in short.
 */
export type Difference = Readonly<{
  cypher: string;
  message: RegExp;
  /** Not there where there is nothing to say instead. */
  instead?: string;
}>;

const A = 'MATCH (a:Agreement)';
const A1996 = "MATCH (a:Agreement {id: 'agr:1996'})";
const NEWS = "MATCH (s:Document {id: 'doc:news'})";

export const DIFFERENCES: readonly Difference[] = [
  {
    cypher: 'MATCH (n:State|Organization) RETURN n.id',
    message: /WHERE n:State OR n:Organization/,
    instead: 'MATCH (n) WHERE n:State OR n:Organization RETURN n.id',
  },
  {
    cypher: 'MATCH (a:Agreement&!State) RETURN count(a) AS count',
    message: /WHERE n:State OR n:Organization/,
    instead: 'MATCH (a:Agreement) WHERE NOT a:State RETURN count(a) AS count',
  },
  {
    cypher: 'MATCH (n:%) RETURN count(n) AS count',
    message: /WHERE n:State OR/,
    instead: 'MATCH (n) RETURN count(n) AS count',
  },
  {
    cypher: 'MATCH (a)-[r:!MENTIONS&!FOUND_IN]->(b:Organization) RETURN a.id, type(r), b.id',
    message: /NOT type\(r\) IN/,
    instead:
      "MATCH (a)-[r]->(b:Organization) WHERE NOT type(r) IN ['MENTIONS', 'FOUND_IN'] RETURN a.id, type(r), b.id",
  },
  {
    cypher: "MATCH (a:Agreement WHERE a.kind = 'charter') RETURN a.id",
    message: /the WHERE behind the pattern/,
    instead: "MATCH (a:Agreement) WHERE a.kind = 'charter' RETURN a.id",
  },
  {
    cypher: `${NEWS} ((x)-[:CITES|REAFFIRMS]->(y)){1,3} (e:Agreement) RETURN e.id, count(*)`,
    message: /variable length/,
    instead: `${NEWS}-[:CITES|REAFFIRMS*1..3]->(e:Agreement) RETURN e.id, count(*)`,
  },
  {
    cypher: 'MATCH ((a:Agreement)-[:REAFFIRMS]->(b:Agreement)){1,3} RETURN [x IN a | x.id] AS citing',
    message: /variable length/,
    instead:
      'MATCH p = (:Agreement)-[:REAFFIRMS*1..3]->(:Agreement) RETURN [x IN nodes(p)[0..length(p)] | x.id] AS citing',
  },
  {
    cypher: `${NEWS}-[:CITES|REAFFIRMS]->{1,3}(e:Agreement) RETURN e.id, count(*)`,
    message: /variable length/,
    instead: `${NEWS}-[:CITES|REAFFIRMS*1..3]->(e:Agreement) RETURN e.id, count(*)`,
  },
  {
    cypher: `${NEWS}-[r:CITES|REAFFIRMS]->+(e:Agreement) RETURN e.id, size(r) AS steps`,
    message: /variable length/,
    instead: `${NEWS}-[r:CITES|REAFFIRMS*1..]->(e:Agreement) RETURN e.id, size(r) AS steps`,
  },
  {
    cypher: `${NEWS}-[:CITES|REAFFIRMS]->*(e) RETURN e.id`,
    message: /variable length/,
    instead: `${NEWS}-[:CITES|REAFFIRMS*0..]->(e) RETURN e.id`,
  },
  ...['SHORTEST 1', 'ANY SHORTEST', 'ALL SHORTEST'].map((how) => ({
    cypher: `MATCH p = ${how} (a:Agreement {id: 'agr:1996'})-[:REAFFIRMS|BASED_ON]->+(b:Agreement {id: 'agr:un-charter'}) RETURN length(p)`,
    message: /shortestPath/,
    instead:
      "MATCH p = shortestPath((a:Agreement {id: 'agr:1996'})-[:REAFFIRMS|BASED_ON*1..6]->(b:Agreement {id: 'agr:un-charter'})) RETURN length(p)",
  })),
  {
    cypher: `${A} WITH a ORDER BY a.id RETURN collect(a.id)[0..2] AS some`,
    message: /WITH collect\(x\) AS xs RETURN/,
    instead: `${A} WITH a ORDER BY a.id WITH collect(a.id) AS xs RETURN xs[0..2] AS some`,
  },
  {
    cypher: "RETURN date('1996-04-25').year AS y",
    message: /a\.earliest \/ 10000/,
    instead: "RETURN toInteger(substring('1996-04-25', 0, 4)) AS y",
  },
  {
    cypher: "RETURN duration.between(date('1996-04-25'), date('1997-04-25')).years AS years",
    message: /texts and integers/,
  },
  { cypher: "RETURN date('1996-04') AS d", message: /only a full date is read/ },
  {
    cypher: `${A1996} RETURN date(a.signed) AS d`,
    message: /compare a\.signed/,
    instead: `${A1996} RETURN a.signed AS d`,
  },
  { cypher: "RETURN datetime('1996') AS d", message: /only a full date is read/ },
  { cypher: 'RETURN [1, 2] + 3 AS l', message: /list \+ \[x\]/, instead: 'RETURN [1, 2] + [3] AS l' },
  {
    cypher: `${A1996} RETURN a.names + 'x' AS l`,
    message: /list \+ \[x\]/,
    instead: `${A1996} RETURN a.names + ['x'] AS l`,
  },
  {
    cypher: 'RETURN reduce(l = [], x IN [1, 2] | l + x) AS l',
    message: /list \+ \[x\]/,
    instead: 'RETURN reduce(l = [], x IN [1, 2] | l + [x]) AS l',
  },
  {
    cypher: `${A} RETURN count(*) + ' agreements' AS text`,
    message: /toString\(number\) \+ text/,
    instead: `${A} RETURN toString(count(*)) + ' agreements' AS text`,
  },
  {
    cypher: `${A} WITH count(*) AS n RETURN n + '份' AS text`,
    message: /toString\(number\) \+ text/,
    instead: `${A} WITH count(*) AS n RETURN toString(n) + '份' AS text`,
  },
  {
    cypher: 'WITH [1, 2, 3] AS l RETURN l[..-1] AS some',
    message: /size\(list\) - 1/,
    instead: 'WITH [1, 2, 3] AS l RETURN l[..size(l) - 1] AS some',
  },
  {
    cypher: 'WITH [1, 2, 3] AS l RETURN l[-2..] AS some',
    message: /count from the front/,
    instead: 'WITH [1, 2, 3] AS l RETURN l[size(l) - 2..] AS some',
  },
  { cypher: 'RETURN true > false AS x', message: /have no order/ },
  { cypher: 'RETURN [1, 2] < [1, 3] AS x', message: /have no order/ },
  { cypher: 'RETURN 2 ^ 3 ^ 2 AS x', message: /write brackets/, instead: 'RETURN (2 ^ 3) ^ 2 AS x' },
  {
    cypher: 'UNWIND $map AS x RETURN x.a AS a',
    message: /write \[x\]/,
    instead: 'UNWIND [$map] AS x RETURN x.a AS a',
  },
  { cypher: 'UNWIND 5 AS x RETURN x', message: /write \[x\]/, instead: 'UNWIND [5] AS x RETURN x' },
  {
    cypher: `${A} RETURN a.id, COUNT { MATCH (a)-[r]->(b:Agreement) WHERE r.confidence > 0.5 RETURN b } AS cited`,
    message: /without RETURN/,
    instead: `${A} RETURN a.id, COUNT { MATCH (a)-[r]->(b:Agreement) WHERE r.confidence > 0.5 } AS cited`,
  },
  {
    cypher: `${A1996} RETURN [p = (a)-[:REAFFIRMS]->() | length(p)] AS lengths`,
    message: /CALL \{ WITH a MATCH p/,
    instead: `${A1996} CALL { WITH a MATCH p = (a)-[:REAFFIRMS]->() RETURN collect(length(p)) AS lengths } RETURN lengths`,
  },
  {
    cypher: `${A1996} RETURN COLLECT { MATCH (a)-[:HAS_PARTY]->(s:State) RETURN s.code ORDER BY s.code } AS parties`,
    message: /collect\(\) after a MATCH/,
    instead: `${A1996} MATCH (a)-[:HAS_PARTY]->(s:State) WITH s ORDER BY s.code RETURN collect(s.code) AS parties`,
  },
  {
    cypher: `${A} WHERE size([(a)-[:HAS_PARTY]->(s) WHERE s.code = 'CHN' | s]) = 1 RETURN a.id`,
    message: /COUNT \{/,
    instead: `${A} WHERE COUNT { MATCH (a)-[:HAS_PARTY]->(s) WHERE s.code = 'CHN' } = 1 RETURN a.id`,
  },
  {
    cypher: `${A} WHERE any(s IN [(a)-[:HAS_PARTY]->(x) | x.code] WHERE s = 'RUS') RETURN a.id`,
    message: /EXISTS \{/,
    instead: `${A} WHERE EXISTS { MATCH (a)-[:HAS_PARTY]->(x) WHERE x.code = 'RUS' } RETURN a.id`,
  },
  ...[
    'EXISTS { (b)<-[:TEXT_OF]-() }',
    'COUNT { (b)-[:HAS_PARTY]->() } > 1',
    '(b)-[:BASED_ON]->()',
    'EXISTS { (a)-[:HAS_PARTY]->() }',
  ].map((test) => ({
    cypher: `${A} OPTIONAL MATCH (a)-[:REAFFIRMS]->(b) WHERE ${test} RETURN a.id, b.id`,
    message: /write CALL \{ WITH a MATCH/,
    instead: `${A} CALL { WITH a MATCH (a)-[:REAFFIRMS]->(b) WHERE ${test} RETURN collect(b) AS bs } UNWIND CASE WHEN bs = [] THEN [null] ELSE bs END AS b RETURN a.id, b.id`,
  })),
  {
    cypher: "RETURN CASE 5 WHEN 1, 5 THEN 'y' ELSE 'n' END AS x",
    message: /CASE WHEN x IN/,
    instead: "RETURN CASE WHEN 5 IN [1, 5] THEN 'y' ELSE 'n' END AS x",
  },
  {
    cypher: "MATCH (a:Agreement) USING INDEX a:Agreement(kind) WHERE a.kind = 'treaty' RETURN count(*) AS c",
    message: /without USING/,
    instead: "MATCH (a:Agreement) WHERE a.kind = 'treaty' RETURN count(*) AS c",
  },
  {
    cypher: 'RETURN round(3.14159, 2) AS x',
    message: /round/,
    instead: 'RETURN round(3.14159 * 100) / 100 AS x',
  },
  { cypher: "RETURN 'ab' =~ '(a)b\\\\1' AS x", message: /backreferences are not supported/ },
  {
    cypher: 'RETURN 1, (1)',
    message: /duplicate column name/,
    instead: 'RETURN 1, (1) AS `(1)`',
  },
  ...[
    'a.signed = 1994',
    'a.signed IN [1994]',
    '1994 = a.signed',
    'a.signed > 1993 AND a.signed < 1995',
    "a.earliest = '1994'",
  ].map((test) => ({
    cypher: `${A} WHERE ${test} RETURN a.id`,
    message: /a text and a number are never equal/,
  })),
  {
    cypher: 'MATCH (a:Agreement {signed: 1994}) RETURN a.id',
    message: /a text and a number are never equal/,
  },
  { cypher: "RETURN 1 = '1' AS x, 1 <> '1' AS y", message: /a text and a number are never equal/ },
  { cypher: `${A} WHERE a.name > $number RETURN a.id`, message: /a text and a number are never equal/ },
  { cypher: 'RETURN [1, null] = [1, null] AS x', message: /hold null/ },
  { cypher: 'RETURN [null] <> [null] AS x', message: /hold null/ },
  { cypher: 'RETURN {a: null} = {a: null} AS x', message: /hold null/ },
  { cypher: 'RETURN [null] IN [[null]] AS x', message: /hold null/ },
  {
    cypher: `${A} WHERE NOT a.signed IN [] RETURN a.id`,
    message: /nothing is in an empty list/,
    instead: `${A} RETURN a.id`,
  },
  {
    cypher: `${A} RETURN DISTINCT 'x' + 1.0 AS x`,
    message: /text \+ toString\(number\)/,
    instead: `${A} RETURN DISTINCT 'x' + toString(1.0) AS x`,
  },
  {
    cypher: "MATCH (m:Mention) RETURN DISTINCT 'sure: ' + m.confidence AS x",
    message: /text \+ toString\(number\)/,
    instead: "MATCH (m:Mention) RETURN DISTINCT 'sure: ' + toString(m.confidence) AS x",
  },
  {
    cypher: "MATCH ()-[r]->() RETURN DISTINCT r.prospective + '!' AS x",
    message: /toString\(x\)/,
    instead: "MATCH ()-[r]->() RETURN DISTINCT toString(r.prospective) + '!' AS x",
  },
  {
    cypher: 'UNWIND [1, 2, 3, 4] AS x RETURN percentileDisc(x, 0.9) AS p',
    message: /percentileDisc takes another row/,
    instead:
      'UNWIND [1, 2, 3, 4] AS x WITH x ORDER BY x WITH collect(x) AS xs RETURN xs[toInteger(ceil(0.9 * size(xs))) - 1] AS p',
  },
  {
    cypher: "RETURN split('a,b;c', [',', ';']) AS x",
    message: /split takes one separator/,
    instead: "RETURN split(replace('a,b;c', ';', ','), ',') AS x",
  },
  {
    cypher: `RETURN ${'toString('.repeat(20)}1${')'.repeat(20)} AS x`,
    message: /calls within one another/,
    instead: 'RETURN toString(1) AS x',
  },
  { cypher: 'RETURN [1, 2, 3][0..null] AS x', message: /leave out the one that is null/ },
  { cypher: 'RETURN [1, 2, 3][$nothing..2] AS x', message: /leave out the one that is null/ },
];

/** What Neo4j refuses for the kinds in it, and the embedded engine would answer: refused on both. */
export const TYPE_ERRORS: readonly Readonly<{ cypher: string; message: RegExp }>[] = [
  { cypher: "RETURN 'a' + {a: 1} AS x", message: /a map is not added/ },
  { cypher: 'RETURN {a: 1} + {b: 2} AS x', message: /a map is not added/ },
  { cypher: "RETURN true + 'a' AS x", message: /a truth value is not added/ },
  { cypher: "RETURN 'a' + true AS x", message: /a truth value is not added/ },
  { cypher: 'RETURN 1 + true AS x', message: /a truth value is not added/ },
  { cypher: "RETURN 'a' - 'b' AS x", message: /- takes numbers/ },
  { cypher: "RETURN 2 * 'a' AS x", message: /\* takes numbers/ },
  { cypher: 'RETURN [1] * 2 AS x', message: /\* takes numbers/ },
  { cypher: "RETURN 'a' % 2 AS x", message: /% takes numbers/ },
  { cypher: `${A} RETURN a.name / 2 AS x`, message: /\/ takes numbers/ },
  { cypher: `${A} RETURN a.name - 1 AS x`, message: /- takes numbers/ },
];
