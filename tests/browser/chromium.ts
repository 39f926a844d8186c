/**
 * A real Chromium from npm alone, for machines without browser, libraries or fonts.
 * It is unpacked once into a folder named after its version, with the libraries that it ships and fonts of its own.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
];

const UNPACK = "await (await import('@sparticuz/chromium')).default.executablePath()";

function chromiumVersion(): string {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const folder = entry.slice(0, entry.lastIndexOf('@sparticuz'));
  const text = readFileSync(join(folder, '@sparticuz/chromium/package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

function fontConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}/fonts/fonts</dir><dir>${folder}/fonts</dir><cachedir>${folder}/font-cache</cachedir></fontconfig>
`;
}

type Unpacked = Readonly<{ executable: string; folder: string }>;

/** Unpacks beside and renames into place, so that a half unpacked browser is never taken for one. */
async function unpack(): Promise<Unpacked> {
  const cache = resolve('node_modules/.cache');
  const folder = join(cache, `chromium-${chromiumVersion()}`);
  const executable = join(folder, 'chromium');
  if (existsSync(join(folder, 'ready'))) return { executable, folder };
  const beside = `${folder}.${process.pid}`;
  mkdirSync(beside, { recursive: true });
  // In a process of its own: whoever asks for a temporary folder here must not get one inside the browser's.
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', UNPACK], {
    env: { ...process.env, TMPDIR: beside, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  });
  writeFileSync(join(beside, 'ready'), '');
  try {
    renameSync(beside, folder);
  } catch (cause) {
    rmSync(beside, { recursive: true, force: true });
    if (!existsSync(join(folder, 'ready'))) throw cause;
  }
  return { executable, folder };
}

/** Starts it with an empty profile; the caller closes it. */
export async function launchChromium(): Promise<Browser> {
  const { executable, folder } = await unpack();
  const fonts = join(folder, 'fonts.conf');
  writeFileSync(fonts, fontConfiguration(folder));
  const kept = Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return chromium.launch({
    executablePath: executable,
    args: FLAGS,
    env: { ...Object.fromEntries(kept), LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_FILE: fonts },
  });
}
