import { describe, expect, it } from 'vitest';
import { VERSION } from '../../src/version.ts';
import { inFolder, lines, stemma } from './run.ts';

const COMMANDS = ['extract', 'build', 'serve', 'query', 'export', 'remove', 'status'];

describe('stemma', () => {
  it('says its version', () =>
    inFolder({}, async (cwd) => {
      expect(await stemma(['--version'], { cwd })).toEqual({ code: 0, stdout: `${VERSION}\n`, stderr: '' });
    }));

  it('lists its commands in its help', () =>
    inFolder({}, async (cwd) => {
      const { code, stdout, stderr } = await stemma(['--help'], { cwd });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^  ${command}\\b`, 'm'));
    }));

  it.each(COMMANDS)('%s has help', (command) =>
    inFolder({}, async (cwd) => {
      const { code, stdout, stderr } = await stemma([command, '--help'], { cwd });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toContain(`Usage: stemma ${command}`);
    }),
  );

  it.each([
    ['no command', []],
    ['an unknown command', ['extrakt']],
    ['an unknown option', ['status', '--colour']],
    ['extract without files', ['extract']],
    ['query without a query', ['query']],
    ['a format that no table has', ['query', 'RETURN 1', '--format', 'xml']],
    ['a parameter without a value', ['query', 'RETURN $a', '--param', 'a']],
    ['a limit of none', ['query', 'RETURN 1', '--limit', '0']],
    ['export without a format', ['export']],
    ['export in an unknown format', ['export', '--format', 'word']],
    ['a folder format without a folder', ['export', '--format', 'csv']],
    ['remove without a document', ['remove']],
    ['a port that is none', ['serve', '--port', '70000']],
    ['a host that is open to others, without a token', ['serve', '--host', '0.0.0.0', '--port', '0']],
    ['a host that is not here', ['serve', '--host', '192.0.2.1', '--port', '0']],
  ])('exits with 2 at %s, and says why', (_what, args) =>
    inFolder({}, async (cwd) => {
      const { code, stdout, stderr } = await stemma(args, { cwd });
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(lines(stderr)[0]).toMatch(args.length === 0 ? /^Usage: stemma/ : /^stemma: ./);
    }),
  );
});
