/** Reads XML as strictly as the standard asks. */
import { SaxesParser } from 'saxes';

/** Throws at the first place that is not well-formed. The reader of graphology-gexf would read on. */
export function checkXml(text: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
}
