/** What a write did, in words. */
import type { BuildEvent } from '../build.ts';
import { isReadable } from '../extract/languages/index.ts';
import type { WriteSummary } from '../store/port.ts';
import { complain, say } from './output.ts';

/** “12 nodes and 30 edges made, 1 node changed”, or “nothing changed”. */
export function summaryOf({ nodes, edges }: WriteSummary): string {
  const parts = [
    both('made', nodes.created, edges.created),
    both('changed', nodes.updated, edges.updated),
    both('removed', nodes.removed, edges.removed),
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'nothing changed' : parts.join(', ');
}

function both(verb: string, nodes: number, edges: number): string {
  const parts = [counted(nodes, 'node'), counted(edges, 'edge')].filter((part) => part !== '');
  return parts.length === 0 ? '' : `${parts.join(' and ')} ${verb}`;
}

/** “1 node”, “2 nodes”, nothing for none. */
export function counted(count: number, noun: string): string {
  return count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Says so when a text is in a language that is not read. */
export function tellLanguage(name: string, language: string): void {
  if (isReadable(language)) return;
  const which = language === 'und' ? 'a language that was not recognised' : `the language ${language}`;
  say(`note: ${name} is in ${which}, which is not read yet; only dates in digits were taken from it`);
}

/** One line on stderr for each step of a build. */
export function tell(event: BuildEvent): void {
  if (event.step === 'failed') complain(event.error.message);
  else if (event.step === 'document') {
    say(`${event.outcome.padEnd(9)} ${event.name}  ${event.id}`);
    tellLanguage(event.name, event.language);
  } else if (event.step === 'again')
    say(`again     ${event.name}  ${event.id} (the extractor or the authorities changed)`);
  else if (event.step === 'assemble')
    say(`joining ${counted(event.documents, 'document') || 'no documents'}`);
  else say(`writing ${event.nodes} nodes and ${event.edges} edges`);
}
