/** Files out of a request: a form with files, or one text as the body. */
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { FailedInput, Input } from '../build.ts';
import { messageOf, StemmaError } from '../errors.ts';
import { HttpProblem } from './problem.ts';

const MEGABYTE = 1024 * 1024;
const FILE_BYTES = 32 * MEGABYTE;
const ALL_BYTES = 128 * MEGABYTE;

/** Of a form; the framework stops at them. */
export const UPLOAD_LIMITS = {
  fileSize: FILE_BYTES,
  files: 500,
  fields: 20,
  fieldSize: MEGABYTE,
  parts: 520,
};
/** What an upload may be, for the OpenAPI document: the framework describes JSON bodies only. */
export const UPLOAD_BODY = {
  required: true,
  content: {
    'multipart/form-data': {
      schema: {
        type: 'object',
        properties: { files: { type: 'array', items: { type: 'string', contentMediaType: 'text/plain' } } },
      },
    },
    'text/plain': { schema: { type: 'string' } },
    'application/octet-stream': { schema: { type: 'string', contentMediaType: 'application/octet-stream' } },
  },
} as const;
/** Of a text that is the body. */
export const BODY_LIMIT = FILE_BYTES;

/** Every file of the form. A file that is too large is told and the others go on; all together too large is TOO_LARGE. */
export async function filesOfForm(request: FastifyRequest): Promise<(Input | FailedInput)[]> {
  const inputs = await readForm(request).catch((error: unknown) => {
    // The framework knows its own limits; what else its parser throws is a form that breaks off or has no boundary.
    if (error instanceof StemmaError || (error instanceof Error && 'statusCode' in error)) throw error;
    const why = messageOf(error);
    throw new HttpProblem('BAD_REQUEST', `the form cannot be read (${why})`);
  });
  if (inputs.length === 0) throw new HttpProblem('BAD_REQUEST', 'the form holds no files');
  return inputs;
}

async function readForm(request: FastifyRequest): Promise<(Input | FailedInput)[]> {
  const inputs: (Input | FailedInput)[] = [];
  let bytes = 0;
  for await (const part of request.files()) {
    const input = await readPart(part);
    inputs.push(input);
    if ('bytes' in input) bytes += input.bytes.length;
    if (bytes > ALL_BYTES)
      throw new StemmaError('TOO_LARGE', `more than ${ALL_BYTES / MEGABYTE} MB at once; send fewer files`);
  }
  return inputs;
}

/** One text; its name is for people, and decides what is “the same file” the next time. */
export function uploaded(name: string, bytes: Uint8Array): Input {
  return { source: { name, at: `upload:${name}` }, bytes };
}

async function readPart(part: MultipartFile): Promise<Input | FailedInput> {
  const name = part.filename === '' ? 'upload.txt' : part.filename;
  const bytes = await part.toBuffer();
  if (!part.file.truncated) return uploaded(name, bytes);
  return {
    name,
    error: new StemmaError(
      'TOO_LARGE',
      `${name}: is larger than ${FILE_BYTES / MEGABYTE} MB; split it into its documents`,
    ),
  };
}
