/** What to write instead of what the embedded engine does not know. */

/** A form of Cypher by its look, and what says the same there. Only looked for in queries that the engine refused. */
const HINTS: readonly (readonly [RegExp, string])[] = [
  [
    /\bSHORTEST\s+(\d|\$|PATHS?|GROUPS?)|\b(ALL|ANY)\s+SHORTEST\b/i,
    'shortestPath((a)-[:CITES*..6]->(b)) or allShortestPaths(…)',
  ],
  [
    />\s*[{+*]|\]\s*-\s*[{+*]|\)\s*\)\s*[{+*]|\(\s*\(\s*\w*\s*[:)]/,
    'a path of variable length: (a)-[:CITES*1..3]->(b)',
  ],
  [/\(\s*[\p{L}\w]*\s*:\s*[^(){}'"]*[|&!%]/u, 'a condition: MATCH (n) WHERE n:State OR n:Organization'],
  [/\[\s*\w*\s*:\s*[^\]{}'"]*[&!%]/, "the types, or WHERE NOT type(r) IN ['MENTIONS']"],
  [/\(\s*[\p{L}\w]*\s*(:\s*\w+\s*)?(\{[^}]*\}\s*)?\bWHERE\b/iu, 'the WHERE behind the pattern'],
  [/\bCOLLECT\s*\{/i, 'a pattern comprehension, [(a)-->(b) | b.name], or collect() after a MATCH'],
  [/\b(COUNT|EXISTS)\s*\{[^}]*\bRETURN\b/i, 'the subquery of COUNT {} and EXISTS {} without RETURN'],
  [/\[\s*\w+\s*=\s*\(/, 'CALL { WITH a MATCH p = (a)-->(b) RETURN collect(length(p)) AS lengths }'],
  [/\bUSING\s+(INDEX|SCAN|JOIN|TEXT|RANGE|POINT)\b/i, 'the query without USING'],
  [
    /\b(date|datetime|localdatetime|time|localtime|duration)\s*(\.|\([^)]*\)\s*\.)/i,
    'substring(a.signed, 0, 4) or a.earliest / 10000: dates in the graph are texts and integers',
  ],
  [/\bWHEN\s+([<>=]|[^'"\s]+\s*,)/i, 'CASE WHEN x IN [1, 5] THEN …'],
  [/\b(collect)\s*\([^)]*\)\s*\[/i, 'the list in a WITH of its own: WITH collect(x) AS xs RETURN xs[0..2]'],
];
/** By what the engine says. */
const COMPLAINTS: readonly (readonly [RegExp, string])[] = [
  [
    /PatternComprehension/,
    'COUNT { (a)-->(b) } > 1 or EXISTS { … }, or name the comprehension in a WITH before',
  ],
  [
    /Aggregate function .* cannot be used here/,
    'the list in a WITH of its own: WITH collect(x) AS xs RETURN xs[0..2]',
  ],
  [/assertion|panicked/i, 'one MATCH for each step, or a path of variable length, and anchor one end'],
];

/** The advice for a query that the engine refused with this message; undefined when there is none. */
export function hintFor(cypher: string, message: string): string | undefined {
  const complaint = COMPLAINTS.find(([form]) => form.test(message));
  if (complaint) return complaint[1];
  if (!/syntax error|semantic error/.test(message)) return undefined;
  return HINTS.find(([form]) => form.test(cypher))?.[1];
}
