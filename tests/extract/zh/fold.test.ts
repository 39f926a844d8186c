import { describe, expect, it } from 'vitest';
import { zh } from '../../../src/extract/languages/zh/index.ts';
import { read, said } from '../read.ts';

const LONG = '双方认为当今世界处于深刻而复杂的变化之中，双方愿继续努力开展';

describe('a text is folded', () => {
  it.each([
    ['a page broke a sentence', `${LONG}\n\n相互合作。`, `${LONG}相互合作。`],
    ['a page broke a word, with CR LF', `${LONG}\r\n\r\n相互合作。`, `${LONG}相互合作。`],
    ['bare carriage returns', `${LONG}\r\r相互合作。`, `${LONG}相互合作。`],
    ['a character doubled by the break', `${LONG}联\n\n联合国的合作。`, `${LONG}联合国的合作。`],
    ['two characters doubled', `${LONG}联合\n\n联合国的合作。`, `${LONG}联合国的合作。`],
    ['a page number between', `${LONG}\n— 2 —\n相互合作。`, `${LONG}相互合作。`],
    ['第 3 页', `${LONG}\n第 3 页\n相互合作。`, `${LONG}相互合作。`],
    ['a spaced heading', '中 俄 联 合 声 明', '中俄联合声明'],
    ['ideographic spaces', '中　俄　联　合　声　明', '中俄联合声明'],
    ['half-width commas', '中国,俄罗斯', '中国，俄罗斯'],
    ['full-width digits', '１９９４年', '1994年'],
    ['traditional script', '聯合國憲章', '联合国宪章'],
    ['corner brackets', '「公約」', '“公约”'],
    ['words in Latin letters keep their space', 'World Trade Organization', 'World Trade Organization'],
    ['columns', '江泽民　　　　　叶利钦', '江泽民\t叶利钦'],
    ['single characters far apart', '代　　表', '代表'],
    ['a byte order mark', '\ufeff联合国', '联合国'],
  ])('%s', (_, text, folded) => {
    const view = zh.fold(text);
    expect(view.text).toBe(folded);
    for (let at = 0; at < view.text.length; at += 1) {
      const { start, end } = view.toOriginal(at, at + 1);
      expect(end - start).toBe(1);
    }
  });
});

describe('lines stay apart', () => {
  it.each([
    ['after a full stop', `${LONG}合作。\n双方同意。`],
    ['before an item', `${LONG}\n二、关于国际问题`],
    ['before an article', `${LONG}\n第三条 双方同意。`],
    ['after a short line', '中华人民共和国\n主席'],
    ['before an indented line', `${LONG}\n　　双方同意。`],
  ])('%s', (_, text) => {
    expect(zh.fold(text).text.split('\n')).toHaveLength(2);
  });

  it('and a word that is doubled on purpose is not halved', () => {
    expect(zh.fold(`${LONG}人\n\n人享有的权利。`).text).toContain('人人享有');
  });
});

describe('a mention across a break', () => {
  it('points at all of it, what stands between included; what is doubled counts once', () => {
    const text = `${LONG}联\n\n联合国宪章规定的合作，双方也遵守一九九四\n— 4 —\n年九月三日签署的《中俄联合声明》。`;
    expect(said(read(text), 'agreement')[0]).toBe('联合国宪章 → un-charter-1945');
    expect(said(read(text), 'date')).toEqual(['一九九四\n— 4 —\n年九月三日 → 1994-09-03']);
  });

  it('in an item of prose, however short', () => {
    const text = '二、第二条由下列条文代替：“缔约双方重申其在国际原子能\n机构保障监督下利用核能的义务。”\n';
    expect(said(read(text), 'organization')).toEqual(['国际原子能\n机构 → iaea']);
  });
});
