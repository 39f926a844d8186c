import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../src/ingest/language.ts';

describe('the language of a text', () => {
  it.each([
    ['zh', '中华人民共和国和俄罗斯联邦联合声明'],
    ['zh', '本公約依照聯合國憲章第八章的規定生效。'],
    ['zh', '联合国 (United Nations) 教科文组织 (UNESCO) 于一九七〇年通过本公约，各缔约国应予遵守。'],
    [
      'en',
      'The Parties to this Convention shall cooperate in accordance with the Charter of the United Nations.',
    ],
    [
      'en',
      'the parties, desiring to amend the agreement of 1969, have agreed that this protocol shall apply',
    ],
    [
      'fr',
      'Les Parties contractantes sont convenues des dispositions de la présente Convention et du Protocole dans une annexe.',
    ],
    [
      'es',
      'Los Gobiernos de las Partes han convenido en el presente Acuerdo para la protección del medio y por una parte.',
    ],
    ['ru', 'Договор между Российской Федерацией и Республикой Казахстан'],
    ['de', 'Die Vertragsparteien sind mit der Regierung und den Staaten über das Abkommen von Genf einig.'],
    [
      'pt',
      'Os Governos das Partes no Acordo do Brasil com uma declaração da Comissão dos Estados na cidade.',
    ],
    ['it', 'Il Governo della Repubblica e gli Stati che per una convenzione nel mondo dei popoli.'],
    ['ja', '日本国とアメリカ合衆国との間の相互協力及び安全保障条約'],
    ['ko', '대한민국과 미합중국간의 상호방위조약'],
    ['und', '12345 67890 — 1994-09-03'],
    ['und', ''],
    ['und', 'Lorem ipsum dolor sit amet consectetur adipiscing elit'],
  ])('%s: %s', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });
});
