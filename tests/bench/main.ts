/** `npm run bench -- NAME [--large] [--small] [--python PATH]`. Exits with 1 when a figure is not what is aimed at. */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { benchAuthorities } from './authorities.ts';
import { benchExtract, type Options } from './extract.ts';
import { benchStore } from './store.ts';
import { benchWeb } from './web.ts';

const BENCHES: Readonly<Record<string, (options: Options) => boolean | Promise<boolean>>> = {
  authorities: benchAuthorities,
  extract: benchExtract,
  store: benchStore,
  web: benchWeb,
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    large: { type: 'boolean', default: false },
    small: { type: 'boolean', default: false },
    python: { type: 'string', default: 'python3' },
  },
});
const bench = BENCHES[positionals[0] ?? ''];
if (!bench) {
  console.error(
    `usage: npm run bench -- ${Object.keys(BENCHES).join('|')} [--large] [--small] [--python PATH]`,
  );
  process.exitCode = 2;
} else {
  console.log(`Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}\n`);
  if (!(await bench(values))) process.exitCode = 1;
}
