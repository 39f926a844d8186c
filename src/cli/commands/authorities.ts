/** `stemma authorities check`: what is wrong in files of authorities. */
import { checkAuthorities } from '../../resolve/authorities.ts';
import { readAuthorityFiles } from '../../seed.ts';
import { line } from '../output.ts';
import type { Exit } from '../stemma.ts';

/** One line for each problem, with file, entry and field; exit code 1 when there is one. */
export async function checkFiles(files: readonly string[]): Promise<Exit> {
  const problems = checkAuthorities(await readAuthorityFiles(files));
  for (const problem of problems) await line(problem);
  if (problems.length === 0)
    await line(`${files.length === 1 ? 'the file is' : `${files.length} files are`} in order`);
  return problems.length === 0 ? 0 : 1;
}
