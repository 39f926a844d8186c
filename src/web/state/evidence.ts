/** A sentence of evidence, cut where its mentions begin and end. Pure. */
import type { DocumentResponse } from '../../api/types.ts';
import type { GraphEdge, Mention, Span } from '../../records.ts';

export type Evidence = Readonly<{ sentence: string; document: string | null; mention: string | null }>;
export type Piece = Readonly<{ text: string; marked: boolean }>;
/** `span` is where the sentence stands in the text; null when it was not found there. */
export type MarkedSentence = Readonly<{ pieces: readonly Piece[]; span: Span | null }>;

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

/** The parallel lists of a citing edge, joined; the same sentence of the same text comes once. */
export function evidenceOf(edge: GraphEdge): readonly Evidence[] {
  const documents = strings(edge.properties.documents);
  const mentions = strings(edge.properties.mentions);
  const seen = new Set<string>();
  return strings(edge.properties.evidence).flatMap((sentence, i) => {
    const document = documents[i] || null;
    const key = `${document} ${sentence}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ sentence, document, mention: mentions[i] || null }];
  });
}

/** A mention's id in its document, from its id in the graph: `doc:ab#m12` and `m12` are the same mention. */
function findMention(document: DocumentResponse, id: string): Mention | undefined {
  return document.mentions.find(
    (m) => id === m.id || id.endsWith(`#${m.id}`) || id.endsWith(`/${m.id}`) || id.endsWith(`:${m.id}`),
  );
}

/** Where the sentence stands, white space apart: a page break inside it does not matter. */
function locate(text: string, sentence: string, near: number): Span | null {
  const wanted = sentence.replace(/\s+/g, '');
  if (wanted === '') return null;
  const places: number[] = [];
  let squeezed = '';
  for (let i = 0; i < text.length; i += 1) {
    if (/\s/.test(text.charAt(i))) continue;
    places.push(i);
    squeezed += text.charAt(i);
  }
  let best: Span | null = null;
  for (let at = squeezed.indexOf(wanted); at >= 0; at = squeezed.indexOf(wanted, at + 1)) {
    const start = places[at] ?? 0;
    const span = { start, end: (places[at + wanted.length - 1] ?? start) + 1 };
    const closer = !best || Math.abs(span.start - near) < Math.abs(best.start - near);
    if (closer) best = span;
  }
  return best;
}

function cut(text: string, span: Span, marks: readonly Span[]): Piece[] {
  const pieces: Piece[] = [];
  let at = span.start;
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    if (mark.start < at || mark.end > span.end) continue;
    if (mark.start > at) pieces.push({ text: text.slice(at, mark.start), marked: false });
    pieces.push({ text: text.slice(mark.start, mark.end), marked: true });
    at = mark.end;
  }
  if (at < span.end) pieces.push({ text: text.slice(at, span.end), marked: false });
  return pieces;
}

/**
 * The sentence with what it says of the target marked.
 * `document` is the text that it comes from, null while that is not known: then nothing is marked.
 */
export function markSentence(
  evidence: Evidence,
  target: string,
  document: DocumentResponse | null,
): MarkedSentence {
  const plain = { pieces: [{ text: evidence.sentence, marked: false }], span: null };
  if (!document) return plain;
  const mention = evidence.mention === null ? undefined : findMention(document, evidence.mention);
  const span = locate(document.text, evidence.sentence, mention?.start ?? 0);
  if (span) {
    const marks = document.mentions.filter(
      (m) =>
        m.start >= span.start && m.end <= span.end && (m.id === mention?.id || m.entities.includes(target)),
    );
    return { pieces: cut(document.text, span, marks), span };
  }
  const at = mention ? evidence.sentence.indexOf(mention.text) : -1;
  if (!mention || at < 0) return plain;
  const mark = { start: at, end: at + mention.text.length };
  const whole = { start: 0, end: evidence.sentence.length };
  return { pieces: cut(evidence.sentence, whole, [mark]), span: { start: mention.start, end: mention.end } };
}
