/** Neo4j's own bulk import, from the server's jars. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { jars } from './jars.ts';

/** `neo4j-admin database import full @import.args` on the tables of neo4j-csv in this folder, into `folder/data`. */
export async function runImport(folder: string): Promise<void> {
  const opened = ['java.base/java.nio', 'java.base/java.io', 'java.base/sun.nio.ch'];
  const java = [
    '-Xmx1g',
    '-Dfile.encoding=UTF-8',
    ...opened.map((name) => `--add-opens=${name}=ALL-UNNAMED`),
    '-cp',
    join(jars(), '*'),
    'org.neo4j.cli.AdminTool',
  ];
  const command = ['database', 'import', 'full', '@import.args'];
  const env = { ...process.env, NEO4J_HOME: folder, NEO4J_CONF: folder };
  await promisify(execFile)('java', [...java, ...command], { cwd: folder, env });
}
