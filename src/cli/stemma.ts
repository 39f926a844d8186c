#!/usr/bin/env node
/** The command line: what it takes is here, what a command does is in `commands/`, read when it is called. */
import { enableCompileCache } from 'node:module';
import { delimiter, join } from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { StemmaError } from '../errors.ts';
import type { LibraryOptions } from '../library.ts';
import { DEFAULT_STORE } from '../store/where.ts';
import { ROOT, VERSION } from '../version.ts';
import { complain, guardOutput } from './output.ts';

/** Exit codes: done, some inputs failed, wrong usage, store not reached. */
export type Exit = 0 | 1 | 2 | 3;

const finish = (exit: Exit): void => {
  process.exitCode = exit;
};

const store = () =>
  new Option(
    '--store <where>',
    'a folder, or a bolt:// or neo4j:// address (NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE)',
  )
    // Set to nothing is not set.
    .default(process.env.STEMMA_STORE || DEFAULT_STORE, `STEMMA_STORE, or ${DEFAULT_STORE}`);
const authorities = () =>
  new Option('--authorities <file...>', 'files of authorities beside those of seed/authorities').default(
    process.env.STEMMA_AUTHORITIES?.split(delimiter).filter((path) => path !== ''),
    'STEMMA_AUTHORITIES',
  );
const workers = () =>
  new Option('--workers <n>', 'threads that extract; 0 or 1 is none beside the program')
    .argParser(wholeNumber)
    .default(undefined, 'as many as there are cores, at most 8');
const json = () => new Option('--json', 'JSON instead of a table for people');
const parameter = () =>
  new Option('--param <key=value>', 'a parameter of the query, JSON or else text; can be repeated')
    .argParser(parameters)
    .default({}, 'none');

function program(): Command {
  const stemma = new Command('stemma')
    .description('Who cites whom in international law: treaty texts in, a lineage graph with evidence out.')
    .version(VERSION, '--version')
    .helpCommand(false)
    .showHelpAfterError('(stemma --help, or --help after a command, shows what can be said)')
    .configureOutput({ outputError: (text, out) => out(text.replace(/^error: /, 'stemma: ')) });

  stemma
    .command('extract')
    .description('read documents and write what they say as JSON, one line a document; touches no store')
    .argument('<file-or-folder...>', 'texts; - is stdin')
    .option('--text-out <folder>', 'also write the texts that the offsets count in')
    .addOption(authorities())
    .addOption(workers())
    .action(
      async (paths: string[], options: { textOut?: string; authorities?: string[]; workers?: number }) => {
        finish(await (await import('./commands/extract.ts')).extractFiles(paths, options));
      },
    );

  stemma
    .command('build')
    .description('read documents into the store; running it twice changes nothing')
    .argument('[file-or-folder...]', 'texts; seed/documents when none are given; - is stdin')
    .option('--from-extractions <file...>', 'take what extract wrote')
    .addOption(authorities())
    .addOption(workers())
    .option('--with-authorities', 'take the whole register into the graph, not only what texts are linked to')
    .option(
      '--no-with-authorities',
      'leave it at what texts are linked to; as built last when neither is said',
    )
    .addOption(store())
    .addOption(json())
    .action(
      async (
        paths: string[],
        options: { fromExtractions?: string[]; store: string; json?: boolean } & LibraryOptions,
      ) => {
        finish(await (await import('./commands/build.ts')).buildStore(paths, options));
      },
    );

  stemma
    .command('serve')
    .description('serve the API and the explorer page; builds seed/documents first if the store is empty')
    .addOption(new Option('--port <n>', 'port; 0 is any free one').argParser(port).default(4177))
    .option('--host <address>', 'address to listen on; others than 127.0.0.1 need STEMMA_TOKEN', '127.0.0.1')
    .addOption(authorities())
    .addOption(store())
    .action(async (options: { port: number; host: string; store: string } & LibraryOptions) => {
      finish(await (await import('./commands/serve.ts')).serve(options));
    });

  stemma
    .command('query')
    .description('ask a read-only Cypher query')
    .argument('<cypher>', 'the query; - reads it from stdin')
    .addOption(parameter())
    .addOption(
      new Option('--format <format>', 'how to write the rows')
        .choices(['table', 'json', 'csv'])
        .default('table'),
    )
    .addOption(new Option('--json', 'short for --format json').implies({ format: 'json' }))
    .addOption(new Option('--limit <rows>', 'stop after so many rows').argParser(count).default(10_000))
    .addOption(new Option('--timeout <seconds>', 'stop after so long').argParser(count).default(60))
    .addOption(store())
    .action(async (cypher: string, options: QueryOptions) => {
      finish(await (await import('./commands/query.ts')).query(cypher, options));
    });

  stemma
    .command('export')
    .description('write the whole graph, or what a query returns, in a format of other programs')
    .requiredOption('--format <format>', 'graphml, gexf, graphology, csv, cypher, jsonld, …')
    .option('--query <cypher>', 'only the nodes and edges that this query returns')
    .addOption(parameter())
    .option('-o, --output <file-or-folder>', 'where to; stdout when not given')
    .addOption(store())
    .action(async (options: ExportOptions) => {
      finish(await (await import('./commands/export.ts')).exportGraph(options));
    });

  stemma
    .command('remove')
    .description('take a document out of the graph, with what only it supported')
    .argument('<document-id>', 'doc:…, as status, query and the page show it')
    .addOption(authorities())
    .addOption(store())
    .addOption(json())
    .action(async (id: string, options: { store: string; json?: boolean } & LibraryOptions) => {
      finish(await (await import('./commands/remove.ts')).removeDocument(id, options));
    });

  stemma
    .command('status')
    .description('show the store, what it holds, and the version')
    .addOption(store())
    .addOption(json())
    .action(async (options: { store: string; json?: boolean }) => {
      finish(await (await import('./commands/status.ts')).status(options));
    });
  stemma
    .command('authorities')
    .description('look after reference lists of agreements, organizations, states and places')
    .command('check')
    .description('check files of authorities, together with those of seed/authorities')
    .argument('<file...>', 'JSON files as in seed/authorities')
    .action(async (files: string[]) => {
      finish(await (await import('./commands/authorities.ts')).checkFiles(files));
    });
  return stemma;
}

export type QueryOptions = {
  param: Record<string, unknown>;
  format: 'table' | 'json' | 'csv';
  limit: number;
  timeout: number;
  store: string;
};
export type ExportOptions = {
  format: string;
  query?: string;
  param: Record<string, unknown>;
  output?: string;
  store: string;
};

/** `year=1994` → the number, `title=宪章` → the text. */
function parameters(text: string, earlier: Record<string, unknown>): Record<string, unknown> {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('Say it as name=value.');
  return { ...earlier, [text.slice(0, at)]: jsonOrText(text.slice(at + 1)) };
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function port(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > 65_535) throw new InvalidArgumentError('A port is 0 to 65535.');
  return number;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new InvalidArgumentError('Give a whole number.');
  return Number(text);
}

function count(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('Give a whole number above 0.');
  return Number(text);
}

async function main(): Promise<void> {
  // Halves the time that a command takes to start.
  enableCompileCache(join(ROOT, 'node_modules', '.cache', 'stemma'));
  guardOutput();
  const stemma = program();
  for (const command of [stemma, ...stemma.commands]) command.exitOverride();
  try {
    await stemma.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else if (error instanceof StemmaError) {
      complain(error.message);
      process.exitCode = error.exit;
    } else throw error;
  }
}

await main();
