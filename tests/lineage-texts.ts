/** Short texts that speak of each other's agreements in several ways and languages, written for tests. */
import { createHash } from 'node:crypto';
import type { Input } from '../src/build.ts';
import { FORMATS } from '../src/export/index.ts';
import type { Store } from '../src/store/port.ts';

export const LINEAGE_TEXTS: Readonly<Record<string, string>> = {
  'a-1996.txt':
    '中俄联合声明\n\n双方重申恪守一九九二年十二月十八日签署的《关于中华人民共和国和俄罗斯联邦相互关系基础的联合声明》和一九九四年九月三日签署的《中俄联合声明》。双方愿按照《联合国宪章》第八章开展合作，欢迎无限期延长《不扩散核武器条约》。\n\n中华人民共和国主席江泽民\n俄罗斯联邦总统叶利钦\n\n一九九六年四月二十五日于北京\n',
  'b-1994.txt':
    '中俄联合声明\n\n双方重申《关于中华人民共和国和俄罗斯联邦相互关系基础的联合声明》的原则，支持联合国的工作。\n\n一九九四年九月三日于莫斯科\n',
  'c-1992.txt':
    '关于中华人民共和国和俄罗斯联邦相互关系基础的联合声明\n\n双方遵循《联合国宪章》的宗旨和原则。\n\n一九九二年十二月十八日于北京\n',
  'd-news.txt':
    '新华社北京电：双方将遵守《联合国宪章》，并落实一九九六年四月二十五日签署的《中俄联合声明》。该声明于北京签署。双方主张尽早缔结全面禁止核试验条约。\n',
  'e-tale.txt': '报道说，甲国和乙国将根据《关于边境合作的协定》建立委员会，该协定尚未生效。\n',
  'f-1997-en.txt':
    'Joint Statement by the People’s Republic of China and the Russian Federation\n\nThe Parties reaffirm the Charter of the United Nations and the Treaty on the Non-Proliferation of Nuclear Weapons of 1 July 1968. They will implement the Joint Statement signed in Beijing on 25 April 1996.\n\nDone at Moscow on 23 April 1997.\n',
  'g-protocol-en.txt':
    'Protocol amending the Agreement on Border Cooperation\n\nThe Government of France and the Government of Germany,\nHaving regard to the Agreement on Border Cooperation signed at Paris on 3 May 1971, hereinafter referred to as “the Agreement”,\nHave agreed that Article 4 of the Agreement is replaced.\n\nDone at Bonn on 7 June 1983.\n',
  'h-note-en.txt':
    'The delegations welcomed the Agreement on Border Cooperation of 3 May 1971 and called for the early conclusion of the Comprehensive Nuclear-Test-Ban Treaty, in accordance with the Charter of the United Nations.\n',
};

/** The texts of these names, as a build takes them. */
export function inputsOf(names: readonly string[]): Input[] {
  return names.map((name) => ({
    source: { name, at: `/${name}` },
    bytes: new TextEncoder().encode(LINEAGE_TEXTS[name] ?? ''),
  }));
}

export function idOf(name: string): string {
  const hash = createHash('sha256').update(LINEAGE_TEXTS[name] ?? '');
  return `doc:${hash.digest('hex').slice(0, 16)}`;
}

/** Everything that these formats say of the store, byte for byte. */
export async function exported(store: Store, formats = ['graphology', 'csv']): Promise<string> {
  let text = '';
  for (const format of FORMATS.filter(({ name }) => formats.includes(name)))
    for (const file of format.write(store, { creator: 'Stemma', title: 'test' })) {
      text += `== ${format.name} ${file.name}\n`;
      for await (const chunk of file.chunks) text += chunk;
    }
  return text;
}
