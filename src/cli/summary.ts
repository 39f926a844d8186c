/** What a write did, in words. */
import type { OnProgress } from '../build.ts';
import { isReadable } from '../extract/languages/index.ts';
import type { WriteSummary } from '../store/port.ts';
import { complain, say } from './output.ts';
import { Progress } from './progress.ts';

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
  say(
    `note: ${name} is in ${which}, which is not read yet; only dates in digits and listed names were taken from it`,
  );
}

const THINGS = {
  read: 'documents',
  joined: 'documents',
  compared: 'nodes and edges',
  written: 'nodes and edges',
} as const;
/** From so many documents on, each is told only if something is wrong with it. */
const MANY = 200;

/**
 * Tells the steps of a build on stderr: a line for each document, and how far it is when it takes long.
 * @param total how many documents will be read, when it is known
 */
export function teller(total?: number): OnProgress {
  const progress = new Progress();
  const sayOver = (text: string) => {
    progress.clear();
    say(text);
  };
  return (event) => {
    if (event.step === 'progress')
      progress.tell(event.what, THINGS[event.what], event.done, event.what === 'read' ? total : event.total);
    else if (event.step === 'failed') {
      progress.clear();
      complain(event.error.message);
    } else if (event.step === 'again')
      sayOver(`again     ${event.name}  ${event.id} (the extractor or the authorities changed)`);
    else {
      if (total === undefined || total <= MANY)
        sayOver(`${event.outcome.padEnd(9)} ${event.name}  ${event.id}`);
      tellLanguage(event.name, event.language);
    }
  };
}
