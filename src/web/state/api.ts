/** The HTTP API as the page uses it. What goes wrong comes out as `ApiError`, with words to show. */
import type {
  CypherResponse,
  DocumentResponse,
  DocumentsResponse,
  GraphResponse,
  MapNodesResponse,
  NeighboursResponse,
  PathsResponse,
  Problem,
  QuestionsResponse,
  SearchResponse,
  UploadResponse,
} from '../../api/types.ts';

/** `code` is the server's, `UNREACHABLE` when nothing answered, or `HTTP` when the answer was no problem document. */
export class ApiError extends Error {
  readonly code: string;
  constructor(code: string, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'ApiError';
    this.code = code;
  }
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'detail' in value && 'code' in value;
}

async function toError(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => null);
  if (isProblem(body)) return new ApiError(body.code, body.detail);
  return new ApiError('HTTP', `${response.status} ${response.statusText}`.trim());
}

type Init = {
  method?: string;
  body?: string | FormData;
  headers?: Record<string, string>;
  signal?: AbortSignal;
};

async function reach(path: string, init: Init): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ApiError('UNREACHABLE', cause instanceof Error ? cause.message : String(cause), cause);
  }
  if (!response.ok) throw await toError(response);
  return response;
}

const JSON_BODY = { 'content-type': 'application/json' };

async function request<Answer>(path: string, init: Init = {}): Promise<Answer> {
  const response = await reach(path, { ...init, headers: { accept: 'application/json', ...init.headers } });
  if (response.status === 204) return undefined as Answer;
  return (await response.json()) as Answer;
}

/** As much of an OpenAPI document as is read here. */
type OpenApi = {
  paths?: Record<
    string,
    {
      get?: {
        parameters?: {
          name?: string;
          description?: string;
          schema?: { enum?: string[]; description?: string };
        }[];
      };
    }
  >;
};

const encoded = encodeURIComponent;

export const api = {
  /** One page of nodes with these labels, and the edges between the nodes that were asked for. */
  graph: (parameters: URLSearchParams) => request<GraphResponse>(`/api/graph?${parameters}`),
  neighbours: (id: string, limit = 100) =>
    request<NeighboursResponse>(`/api/nodes/${encoded(id)}/neighbours?limit=${limit}`),
  /** The whole graph as columns of numbers; `tell` hears how many bytes have come. */
  map: async (tell: (come: number, all: number) => void, signal: AbortSignal): Promise<ArrayBuffer> => {
    const response = await reach('/api/map', { signal });
    const all = Number(response.headers.get('content-length'));
    const pieces: Uint8Array[] = [];
    let come = 0;
    for (const reader = response.body?.getReader(); reader; ) {
      const { value } = await reader.read();
      if (!value) break;
      pieces.push(value);
      come += value.length;
      tell(come, all);
    }
    const bytes = new Uint8Array(come);
    pieces.reduce((at, piece) => {
      bytes.set(piece, at);
      return at + piece.length;
    }, 0);
    return bytes.buffer;
  },
  mapNodes: (asked: Readonly<{ at: string }> | Readonly<{ id: string }>) =>
    request<MapNodesResponse>(`/api/map/nodes?${new URLSearchParams(asked)}`),
  search: (text: string, signal: AbortSignal) =>
    request<SearchResponse>(`/api/search?q=${encoded(text)}`, { signal }),
  documents: () => request<DocumentsResponse>('/api/documents'),
  document: (id: string) => request<DocumentResponse>(`/api/documents/${encoded(id)}`),
  /** Reads one file into the graph. */
  upload: (file: File, signal: AbortSignal) => {
    const body = new FormData();
    body.append('files', file, file.name);
    return request<UploadResponse>('/api/documents', { method: 'POST', body, signal });
  },
  remove: (id: string) => request<void>(`/api/documents/${encoded(id)}`, { method: 'DELETE' }),
  paths: (from: string, to: string) =>
    request<PathsResponse>(`/api/paths?${new URLSearchParams({ from, to })}`),
  questions: () => request<QuestionsResponse>('/api/questions'),
  cypher: (
    query: string,
    params: Readonly<Record<string, unknown>> = {},
    { signal, rows }: Readonly<{ signal?: AbortSignal; rows?: number }> = {},
  ) =>
    request<CypherResponse>('/api/cypher', {
      method: 'POST',
      headers: JSON_BODY,
      body: JSON.stringify({ query, params, ...(rows && { rows }) }),
      ...(signal && { signal }),
    }),
  /** The formats that the server writes, as its own description of `/api/export` names them. */
  formats: async (): Promise<readonly string[]> => {
    const described = await request<OpenApi>('/api/openapi.json');
    const parameters = described.paths?.['/api/export']?.get?.parameters ?? [];
    const format = parameters.find((one) => one.name === 'format');
    return (
      format?.schema?.enum ??
      (format?.description ?? format?.schema?.description ?? '').match(/[\w-]+/g) ??
      []
    );
  },
  /** Where a whole-graph file is downloaded from. */
  exportAddress: (format: string) => `/api/export?format=${encoded(format)}`,
  /** A file of these nodes and edges, with the name that the server gives it. */
  exportNamed: async (format: string, nodes: readonly string[], edges: readonly string[]) => {
    const body = JSON.stringify({ format, nodes, edges });
    const response = await reach('/api/export', { method: 'POST', body, headers: JSON_BODY });
    const said = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '');
    return { blob: await response.blob(), name: said?.[1] ?? `stemma.${format}` };
  },
};
