/** What comes with Stemma: on which terms, unchanged since it was chosen, and running nothing when it is installed. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../src/version.ts';

type Locked = Readonly<{ dev?: boolean; integrity?: string; hasInstallScript?: boolean; link?: boolean }>;

const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>;
};
/** Those of this machine's platform, without Stemma itself. */
const installed = Object.entries(lock.packages).filter(
  ([path]) => path !== '' && existsSync(join(ROOT, path)),
);
const shipped = installed.filter(([, { dev }]) => dev !== true);

const FREE =
  /^\(?(MIT|Apache-2\.0|(0|2-Clause-|3-Clause-)?BSD(-[23]-Clause)?|ISC|BlueOak-1\.0\.0|CC0-1\.0|Unlicense)\b/;

function licenceOf(path: string): string {
  const { license } = JSON.parse(readFileSync(join(ROOT, path, 'package.json'), 'utf8')) as {
    license?: string;
  };
  return license ?? 'none';
}

describe('dependencies', () => {
  test('are there', () => {
    expect(shipped.length).toBeGreaterThan(50);
  });

  test('may be passed on with an MIT program', () => {
    const licences = shipped.map(([path]) => `${path}: ${licenceOf(path)}`);
    expect(licences.filter((line) => !FREE.test(line.replace(/^.*: /, '')))).toEqual([]);
  });

  test('are pinned by their content', () => {
    expect(
      installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path),
    ).toEqual([]);
  });

  test('run no scripts when they are installed, but for Node itself', () => {
    const scripts = Object.entries(lock.packages).filter(
      ([, { hasInstallScript }]) => hasInstallScript === true,
    );
    expect(scripts.map(([path]) => path)).toEqual(['node_modules/node']);
  });
});
