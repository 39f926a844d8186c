/** The shapes of `types.ts` as JSON schemas, named as the OpenAPI document names them. */
import Type, { type TSchema } from 'typebox';
import { EdgeSchema, MentionSchema, NodeSchema } from '../record-schemas.ts';

/** A reference to one of COMPONENTS by its name. */
export const ref = (name: keyof typeof SHAPES) => Type.Unsafe<unknown>({ $ref: `${name}#` });
const link = (name: string) => Type.Unsafe<unknown>({ $ref: `${name}#` });

const text = Type.String();
const nodes = Type.Array(link('Node'));
const edges = Type.Array(link('Edge'));
const count = Type.Integer({ minimum: 0 });
const counts = Type.Record(Type.String(), count);

const summary = {
  id: text,
  name: text,
  language: text,
  length: count,
  sources: Type.Array(text),
  instrument: Type.Union([text, Type.Null()], {
    description: 'Id of the agreement that it is the text of.',
  }),
  origin: Type.Optional(text),
  licence: Type.Optional(text),
};

const SHAPES = {
  Node: NodeSchema,
  Edge: EdgeSchema,
  Mention: MentionSchema,
  Problem: Type.Object(
    { type: text, title: text, status: Type.Integer(), detail: text, code: text },
    { description: 'RFC 9457; `code` is stable.' },
  ),
  Health: Type.Object({
    status: Type.Literal('ok'),
    version: text,
    store: Type.Object({ kind: text, where: text }),
    nodes: counts,
    edges: counts,
  }),
  Graph: Type.Object({
    nodes,
    edges,
    total: Type.Object({ nodes: count, edges: count }),
    next: Type.Optional(text),
  }),
  MapNodes: Type.Object({
    version: text,
    nodes: Type.Array(Type.Object({ at: count, node: link('Node') })),
  }),
  NodeWithDegrees: Type.Object({
    node: link('Node'),
    degrees: Type.Array(
      Type.Object({ type: text, direction: Type.Union([Type.Literal('in'), Type.Literal('out')]), count }),
    ),
  }),
  SearchHits: Type.Object({
    query: text,
    hits: Type.Array(Type.Object({ node: link('Node'), matched: text, score: Type.Number() })),
  }),
  DocumentSummary: Type.Object(summary),
  Documents: Type.Object({ documents: Type.Array(link('DocumentSummary')) }),
  Document: Type.Object({ ...summary, text, mentions: Type.Array(link('Mention')) }),
  Upload: Type.Object({
    added: Type.Array(link('DocumentSummary')),
    unchanged: Type.Array(link('DocumentSummary')),
    replaced: Type.Array(text),
    failed: Type.Array(Type.Object({ source: text, code: text, detail: text })),
  }),
  Paths: Type.Object({
    paths: Type.Array(Type.Object({ nodes: Type.Array(text), edges: Type.Array(text) })),
    nodes,
    edges,
  }),
  Cypher: Type.Object({
    columns: Type.Array(text),
    rows: Type.Array(Type.Array(Type.Unknown())),
    truncated: Type.Boolean(),
    limit: Type.Optional(
      Type.Union([Type.Literal('rows'), Type.Literal('bytes')], {
        description: 'Which limit cut the answer, where one did.',
      }),
    ),
    milliseconds: Type.Number(),
    graph: Type.Object({ nodes, edges }),
  }),
  Questions: Type.Object({
    questions: Type.Array(
      Type.Object({ name: text, question: Type.Object({ en: text, zh: text }), cypher: text }),
    ),
  }),
} as const satisfies Record<string, TSchema>;

/** Every shape with its name as `$id`. */
export const COMPONENTS: readonly TSchema[] = Object.entries(SHAPES).map(([name, shape]) => ({
  ...shape,
  $id: name,
}));

/** The answers of a route: the good one, and a problem for everything else. */
export function answers(name: keyof typeof SHAPES, description: string) {
  return {
    200: { description, content: { 'application/json': { schema: ref(name) } } },
    default: PROBLEM,
  };
}

export const PROBLEM = {
  description: 'What went wrong',
  content: { 'application/problem+json': { schema: ref('Problem') } },
};
