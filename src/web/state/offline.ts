/** One file of a view that needs nothing else: picture, agreements, citations with their sentences. No script in it. */
import type { DocumentResponse } from '../../api/types.ts';
import type { GraphEdge, GraphNode } from '../../records.ts';
import { escapeMarkup as text } from '../stage/pen.ts';
import { writeDate } from '../text/dates.ts';
import { type Language, type Messages, tagOf } from '../text/messages.ts';
import { nameIn } from '../text/names.ts';
import { cutText } from '../text/pieces.ts';
import { labelName, typeName } from '../text/terms.ts';
import { evidenceOf } from './evidence.ts';
import { partiesOf, type Shown } from './filters.ts';
import { type GraphIndex, isCiting, signatureOf } from './graph.ts';

export type OfflineInput = Readonly<{
  title: string;
  /** Of the view that it was made from. */
  address: string;
  language: Language;
  messages: Messages;
  index: GraphIndex;
  shown: Shown;
  /** The drawing as an SVG element, where the view has one. */
  svg: string | null;
  /** The text that is read, where it is the view. */
  document: DocumentResponse | null;
  /** Rules with fonts in them. */
  fonts: string;
  dark: boolean;
}>;

const STYLE = `
:root{color-scheme:light;--paper:#fdfcfa;--ink:#1d1f23;--muted:#5f636b;--rule:#e6e3dc;--mark:#ffe9a8;--link:#00578a}
:root.dark{color-scheme:dark;--paper:#15171b;--ink:#eceae6;--muted:#a2a5ac;--rule:#2a2d34;--mark:#5a4a12;--link:#7cc4f0}
body{margin:0 auto;max-width:1280px;padding:24px;background:var(--paper);color:var(--ink);font:14px/1.5 "Inter Variable","Noto Sans SC Variable",system-ui,sans-serif;overflow-wrap:anywhere}
h1{font-size:20px}h2{font-size:15px;margin:32px 0 8px}a{color:var(--link)}
figure{margin:16px 0;overflow-x:auto;border:1px solid var(--rule)}svg{display:block;margin:0 auto;max-width:100%;height:auto}
table{width:100%;border-collapse:collapse}th,td{padding:8px 16px 8px 0;border-bottom:1px solid var(--rule);text-align:left;vertical-align:top;font-weight:400}
th,td{min-width:5.6em}thead th{color:var(--muted);font-size:12px}td.date{text-align:right;white-space:nowrap}
blockquote{margin:4px 0;padding-left:12px;border-left:2px solid var(--rule)}
@media(max-width:600px){body{padding:12px}th,td{padding-right:8px}td.date{white-space:normal}}
.note{color:var(--muted);font-size:12px}pre{font:inherit;white-space:pre-wrap}mark{background:var(--mark);color:inherit}
`;

function agreementRow(node: GraphNode, { index, language, messages }: OfflineInput): string {
  const signed = signatureOf(index, node.id);
  const { kind } = node.properties;
  const parties = partiesOf(index, node.id).flatMap((id) => index.nodes.get(id) ?? []);
  const cells = [
    typeof kind === 'string' ? (messages.kinds[kind as keyof Messages['kinds']] ?? kind) : '',
    parties.map((party) => nameIn(party, language)).join(messages.comma),
  ];
  const date = signed ? writeDate(signed.edtf, language) : '';
  return `<tr><th scope="row" dir="auto">${text(nameIn(node, language))}</th>${cells.map((cell) => `<td>${text(cell)}</td>`).join('')}<td class="date">${text(date)}</td></tr>`;
}

function agreements(input: OfflineInput): string {
  const { columns, parties } = input.messages;
  const nodes = input.shown.nodes.filter((node) => node.label === 'Agreement');
  if (nodes.length === 0) return '';
  const heads = [columns.name, columns.kind, parties, columns.date];
  return `<h2>${text(labelName('Agreement', input.language))}</h2><table><thead><tr>${heads.map((head) => `<th scope="col">${text(head)}</th>`).join('')}</tr></thead><tbody>
${nodes.map((node) => agreementRow(node, input)).join('\n')}
</tbody></table>`;
}

function citationRow(edge: GraphEdge, { index, language }: OfflineInput): string {
  const name = (id: string) => {
    const node = index.nodes.get(id);
    return text(node ? nameIn(node, language) : id);
  };
  const sentences = evidenceOf(edge).map(
    ({ sentence }) => `<blockquote dir="auto">${text(sentence)}</blockquote>`,
  );
  return `<tr><td dir="auto">${name(edge.from)}</td><td>${text(typeName(edge.type, language))}</td><td dir="auto">${name(edge.to)}${sentences.join('')}</td></tr>`;
}

function citations(input: OfflineInput): string {
  const edges = input.shown.edges.filter(isCiting);
  if (edges.length === 0) return '';
  return `<h2>${text(input.messages.relations)}</h2><table><tbody>
${edges.map((edge) => citationRow(edge, input)).join('\n')}
</tbody></table>`;
}

function reading({ document }: OfflineInput): string {
  if (!document) return '';
  const pieces = cutText(document.text, document.mentions, null);
  const marked = pieces.map((piece) =>
    piece.mention ? `<mark>${text(piece.text)}</mark>` : text(piece.text),
  );
  return `<pre lang="${text(document.language)}" dir="auto">${marked.join('')}</pre>`;
}

/** The file. Every name and sentence in it is text, whatever it holds. */
export function offlinePage(input: OfflineInput): string {
  const { title, address, language, messages, svg, fonts, dark } = input;
  return `<!doctype html>
<html lang="${tagOf(language)}"${dark ? ' class="dark"' : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:">
<title>${text(title)}</title>
<style>${fonts}${STYLE}</style>
</head>
<body>
<main>
<h1 dir="auto">${text(title)}</h1>
<p class="note"><a href="${text(address)}">${text(messages.openWhole)}</a></p>
${svg === null ? '' : `<figure>${svg}</figure>`}
${reading(input)}
${agreements(input)}
${citations(input)}
</main>
</body>
</html>
`;
}
