/** What is seen, as files: a picture, or one page that opens offline. */
import { toPng, toSvg, usePicture } from '../stage/picture.ts';
import { formatAddress } from '../state/address.ts';
import { ApiError, api } from '../state/api.ts';
import { fontRules } from '../state/fonts.ts';
import { offlinePage } from '../state/offline.ts';
import { documentNow, shownNow } from '../state/shown-now.ts';
import { rootOf, useAddress, useDocuments, useGraph } from '../state/stores.ts';
import { MESSAGES } from '../text/messages.ts';
import { nameIn } from '../text/names.ts';

function download(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** `Stemma – 中俄联合声明` */
function titleOf(): string {
  const { address } = useAddress.getState();
  const { index } = useGraph.getState();
  const view = MESSAGES[address.language][address.view];
  const root = address.view === 'lineage' ? rootOf(address, index) : null;
  const node = root === null ? undefined : index.nodes.get(root);
  return `${node ? nameIn(node, address.language) : view} – Stemma`;
}

/** Characters that file systems refuse. */
const fileName = (ending: string) =>
  `${titleOf()
    .replaceAll(/[\p{C}\\/:*?"<>|]/gu, ' ')
    .slice(0, 80)
    .trim()}.${ending}`;

/** The address of this view, for others to open. */
export function linkOf(embed = false): string {
  const { address } = useAddress.getState();
  return `${window.location.origin}${window.location.pathname}${formatAddress({ ...address, embed })}`;
}

/** A text as a file; a spreadsheet tells by the mark at its start that it is UTF-8. */
export function saveText(text: string, ending: string, type: string): void {
  download(new Blob([`\uFEFF${text}`], { type }), fileName(ending));
}

export function saveSvg(): void {
  const picture = usePicture.getState().take?.();
  if (!picture) return;
  download(new Blob([toSvg(picture, titleOf())], { type: 'image/svg+xml' }), fileName('svg'));
}

export async function savePng(): Promise<void> {
  const picture = usePicture.getState().take?.();
  if (picture) download(await toPng(picture, 2), fileName('png'));
}

/** What is shown, in a format that the server writes. Throws ApiError. */
export async function saveShown(format: string): Promise<void> {
  const { nodes, edges } = shownNow();
  const ids = (records: readonly { id: string }[]) => records.map(({ id }) => id);
  const { blob, name } = await api.exportNamed(format, ids(nodes), ids(edges));
  download(blob, name);
}

const FAMILIES = ['Inter Variable', 'Noto Sans SC Variable'];

export async function saveHtml(): Promise<void> {
  const { address } = useAddress.getState();
  const { index } = useGraph.getState();
  const picture = usePicture.getState().take?.();
  const read = useDocuments.getState().texts[documentNow() ?? ''];
  const input = {
    title: titleOf(),
    address: linkOf(),
    language: address.language,
    messages: MESSAGES[address.language],
    index,
    shown: shownNow(),
    svg: picture ? toSvg(picture, titleOf()) : null,
    document: address.view === 'text' && read && !(read instanceof ApiError) ? read : null,
    dark: document.documentElement.dataset.theme === 'dark',
  };
  const fonts = await fontRules(offlinePage({ ...input, fonts: '' }), FAMILIES);
  download(new Blob([offlinePage({ ...input, fonts })], { type: 'text/html' }), fileName('html'));
}
