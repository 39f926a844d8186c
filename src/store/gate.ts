/** Decides before anything runs that a person's query only reads. */
import { StemmaError } from '../errors.ts';

/** Throws QUERY_REFUSED unless the query only reads. */
export function refuseUnlessRead(cypher: string): void {
  if (/\b(create|merge|delete|set|remove|load|drop|foreach|call)\b/i.test(cypher))
    throw new StemmaError('QUERY_REFUSED', 'only reading is allowed here');
}
