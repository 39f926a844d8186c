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

/** A text made ready for its sentences to be found in it. A panel asks for hundreds, so it is done once. */
type Opened = Readonly<{
  mentions: ReadonlyMap<string, Mention>;
  inOrder: readonly Mention[];
  /** The text without white space, and where each of its units stands in the text. */
  squeezed: string;
  places: readonly number[];
}>;

const opened = new WeakMap<DocumentResponse, Opened>();

function open(document: DocumentResponse): Opened {
  const known = opened.get(document);
  if (known) return known;
  const places: number[] = [];
  for (const { index, 0: run } of document.text.matchAll(/\S+/g))
    for (let i = 0; i < run.length; i += 1) places.push(index + i);
  const made = {
    mentions: new Map(document.mentions.map((mention) => [mention.id, mention])),
    inOrder: [...document.mentions].sort((one, other) => one.start - other.start),
    squeezed: document.text.replace(/\s+/g, ''),
    places,
  };
  opened.set(document, made);
  return made;
}

/** By its id in its document or in the graph: `doc:ab#m12` and `m12` are the same mention. */
function findMention({ mentions }: Opened, id: string): Mention | undefined {
  return (
    mentions.get(id) ??
    mentions.get(id.slice(Math.max(...['#', '/', ':'].map((mark) => id.lastIndexOf(mark))) + 1))
  );
}

/** The mention that the evidence rests on; null while its text is not known. */
export function mentionOf({ mention }: Evidence, document: DocumentResponse | null): Mention | null {
  return document && mention !== null ? (findMention(open(document), mention) ?? null) : null;
}

/** Where the sentence stands, white space apart: a page break inside it does not matter. */
function locate({ squeezed, places }: Opened, sentence: string, near: number): Span | null {
  const wanted = sentence.replace(/\s+/g, '');
  if (wanted === '') return null;
  let best: Span | null = null;
  for (let at = squeezed.indexOf(wanted); at >= 0; at = squeezed.indexOf(wanted, at + 1)) {
    const start = places[at] ?? 0;
    const span = { start, end: (places[at + wanted.length - 1] ?? start) + 1 };
    const closer = !best || Math.abs(span.start - near) < Math.abs(best.start - near);
    if (closer) best = span;
  }
  return best;
}

/** Mentions that lie in the span, in order. */
function mentionsIn({ inOrder }: Opened, span: Span): readonly Mention[] {
  let [from, to] = [0, inOrder.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((inOrder[middle]?.start ?? 0) < span.start) from = middle + 1;
    else to = middle;
  }
  const found: Mention[] = [];
  for (let at = from; at < inOrder.length; at += 1) {
    const mention = inOrder[at];
    if (!mention || mention.start >= span.end) break;
    if (mention.end <= span.end) found.push(mention);
  }
  return found;
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
  const text = open(document);
  const mention = evidence.mention === null ? undefined : findMention(text, evidence.mention);
  const span = locate(text, evidence.sentence, mention?.start ?? 0);
  if (span) {
    const marks = mentionsIn(text, span).filter((m) => m.id === mention?.id || m.entities.includes(target));
    return { pieces: cut(document.text, span, marks), span };
  }
  const at = mention ? evidence.sentence.indexOf(mention.text) : -1;
  if (!mention || at < 0) return plain;
  const mark = { start: at, end: at + mention.text.length };
  const whole = { start: 0, end: evidence.sentence.length };
  return { pieces: cut(evidence.sentence, whole, [mark]), span: { start: mention.start, end: mention.end } };
}
