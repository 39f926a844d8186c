/** /api/documents: what was read, its text with the mentions in it, more of it, less of it. */
import Type, { type Static } from 'typebox';
import { build, remove, textOf } from '../../build.ts';
import { StemmaError } from '../../errors.ts';
import type { Library } from '../../library.ts';
import { seedSources } from '../../seed.ts';
import { documents } from '../../store/browse.ts';
import { mentionsIn } from '../../store/mentions.ts';
import type { Routes } from '../context.ts';
import { HttpProblem } from '../problem.ts';
import { answers, PROBLEM } from '../schemas.ts';
import type { DocumentResponse, DocumentSummary, DocumentsResponse, UploadResponse } from '../types.ts';
import { BODY_LIMIT, filesOfForm, uploaded } from '../uploads.ts';

const Id = Type.Object({ id: Type.String({ description: 'doc:…' }) });
const Name = Type.Object({
  source: Type.String({
    minLength: 1,
    maxLength: 500,
    default: 'upload.txt',
    description: 'Name of a text sent as the body.',
  }),
});

const UPLOAD = {
  summary: 'Read documents into the graph',
  description:
    'A form (multipart/form-data) with files, or one text as the body (text/plain or application/octet-stream).',
  querystring: Name,
  response: answers('Upload', 'What became of each file'),
};

export const documentRoutes: Routes = (app, { library }) => {
  app.get(
    '/api/documents',
    { schema: { summary: 'Every document', response: answers('Documents', 'Sorted by id') } },
    async (): Promise<DocumentsResponse> => ({ documents: await summaries(library) }),
  );

  app.get<{ Params: Static<typeof Id> }>(
    '/api/documents/:id',
    {
      schema: {
        summary: 'A document’s text and mentions',
        params: Id,
        response: answers('Document', 'Found'),
      },
    },
    async ({ params: { id } }): Promise<DocumentResponse> => {
      const [summary] = await summaries(library, [id]);
      const document = await library.archive.find(id);
      if (!summary || !document) throw new StemmaError('NOT_FOUND', `no document ${id}`);
      return { ...summary, text: textOf(library, document), mentions: await mentionsIn(library.store, id) };
    },
  );

  app.delete<{ Params: Static<typeof Id> }>(
    '/api/documents/:id',
    {
      schema: {
        summary: 'Take a document out of the graph',
        params: Id,
        response: { 204: { description: 'It is out', type: 'null' }, default: PROBLEM },
      },
    },
    async ({ params: { id } }, reply) => {
      await remove(library, id);
      return reply.code(204).send();
    },
  );

  void app.register(async (upload) => {
    const types = ['text/plain', 'application/octet-stream'];
    upload.removeContentTypeParser('text/plain');
    upload.addContentTypeParser(
      types,
      { parseAs: 'buffer', bodyLimit: BODY_LIMIT },
      async (_request: unknown, body: Buffer) => body,
    );
    upload.post<{ Querystring: Static<typeof Name> }>(
      '/api/documents',
      { schema: UPLOAD },
      async (request) => {
        if (request.isMultipart()) return outcome(library, await build(library, await filesOfForm(request)));
        if (!(request.body instanceof Uint8Array))
          throw new HttpProblem('BAD_REQUEST', 'send a form with files, or one text as the body');
        const summary = await build(library, [uploaded(request.query.source, request.body)]);
        const [failed] = summary.failed;
        if (failed) throw failed.error;
        return outcome(library, summary);
      },
    );
  });
};

async function outcome(
  library: Library,
  summary: Awaited<ReturnType<typeof build>>,
): Promise<UploadResponse> {
  const { added, unchanged, replaced, failed } = summary;
  return {
    added: await summaries(library, added),
    unchanged: await summaries(library, unchanged),
    replaced: [...replaced],
    failed: failed.map(({ name, error }) => ({ source: name, code: error.code, detail: error.message })),
  };
}

async function summaries(library: Library, ids?: readonly string[]): Promise<DocumentSummary[]> {
  const wanted = ids && new Set(ids);
  const [all, sources] = await Promise.all([documents(library.store), seedSources()]);
  return all
    .filter(({ id }) => wanted?.has(id) ?? true)
    .map((summary) => {
      const source = sources.get(summary.id);
      return source ? { ...summary, origin: source.origin, licence: source.licence } : summary;
    });
}
