/**
 * `npm run audit`: known defects of what Stemma ships with, as the registry tells them. Exits with 1 when there are any.
 * A registry that does not tell (a mirror, no network) is no reason to stop: it is said loudly, and with
 * `STEMMA_AUDIT=required` it exits with 2.
 */
import { spawnSync } from 'node:child_process';

type Report = Readonly<{
  vulnerabilities?: Readonly<
    Record<string, Readonly<{ severity: string; range: string; fixAvailable: unknown }>>
  >;
  message?: string;
}>;

const { stdout, error } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
});
const report = parsed(stdout);
if (report.vulnerabilities) {
  const found = Object.entries(report.vulnerabilities);
  for (const [name, { severity, range, fixAvailable }] of found)
    console.error(`${severity}: ${name} ${range}${fixAvailable ? '; npm audit fix mends it' : ''}`);
  console.error(`audited: ${found.length} packages that ship have known defects`);
  if (found.length > 0) process.exitCode = 1;
} else {
  const why = report.message ?? error?.message ?? 'no answer';
  console.error(`NOT AUDITED. The registry does not tell of known defects here (${why}).`);
  if (process.env.STEMMA_AUDIT === 'required') process.exitCode = 2;
}

function parsed(json: string): Report {
  try {
    return JSON.parse(json) as Report;
  } catch {
    return {};
  }
}
