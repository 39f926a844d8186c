/** The query editor, in a chunk of its own that is loaded when it is first needed. */
import { autocompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { Compartment, EditorState, Prec } from '@codemirror/state';
import { Decoration, EditorView, keymap, placeholder } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { Language } from '../text/messages.ts';
import { checkCypher } from './check.ts';
import { completeCypher, cypherLanguage, type Question } from './cypher.ts';

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--code-keyword)', fontWeight: '600' },
  { tag: tags.typeName, color: 'var(--code-type)' },
  { tag: tags.propertyName, color: 'var(--code-property)' },
  { tag: tags.string, color: 'var(--code-string)' },
  { tag: [tags.number, tags.special(tags.variableName)], color: 'var(--code-number)' },
  { tag: tags.comment, color: 'var(--muted)' },
]);

const WRONG = Decoration.mark({ class: 'cm-wrong' });
/** A wavy line under names that the graph does not have; they are named in words beside the editor. */
const marksWrong = EditorView.decorations.compute(['doc'], ({ doc }) =>
  Decoration.set(checkCypher(doc.toString()).map(({ from, to }) => WRONG.range(from, to))),
);

export type Help = Readonly<{ language: Language; label: string; questions: readonly Question[] }>;
export type Editor = Readonly<{
  /** Writes another text, unless it is the same. */
  write: (text: string) => void;
  help: (help: Help) => void;
  destroy: () => void;
}>;

export function createEditor(
  place: HTMLElement,
  text: string,
  hint: string,
  first: Help,
  on: Readonly<{ change: (text: string) => void; run: () => void }>,
): Editor {
  const helped = new Compartment();
  const helps = ({ language, label, questions }: Help) => [
    autocompletion({ override: [completeCypher(language, questions)], icons: false }),
    EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false' }),
  ];
  const run = () => {
    on.run();
    return true;
  };
  const view = new EditorView({
    parent: place,
    state: EditorState.create({
      doc: text,
      extensions: [
        Prec.highest(keymap.of([{ key: 'Mod-Enter', run }])),
        history(),
        keymap.of([...completionKeymap, ...historyKeymap, ...defaultKeymap]),
        cypherLanguage,
        syntaxHighlighting(colours),
        bracketMatching(),
        marksWrong,
        placeholder(hint),
        EditorView.lineWrapping,
        helped.of(helps(first)),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) on.change(update.state.doc.toString());
        }),
      ],
    }),
  });
  return {
    write: (next) => {
      const now = view.state.doc.toString();
      if (now !== next) view.dispatch({ changes: { from: 0, to: now.length, insert: next } });
    },
    help: (help) => view.dispatch({ effects: helped.reconfigure(helps(help)) }),
    destroy: () => view.destroy(),
  };
}
