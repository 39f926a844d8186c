/** The keys, in a dialog. */
import type { ReactNode } from 'react';
import { useInterface, useMessages } from '../state/stores.ts';
import type { Messages } from '../text/messages.ts';
import { Dialog } from './Dialog.tsx';
import { Icon } from './Icon.tsx';
import { COMMAND_KEY } from './keys.ts';

/** Each with its ways: keys to press together, or one after the other way. */
const KEYS: readonly (readonly [keyof Messages['keysFor'], readonly (readonly string[])[]])[] = [
  ['search', [[COMMAND_KEY, 'K'], ['/']]],
  ['views', [['1'], ['…'], ['5']]],
  ['undo', [[COMMAND_KEY, 'Z']]],
  [
    'redo',
    [
      [COMMAND_KEY, 'Shift', 'Z'],
      [COMMAND_KEY, 'Y'],
    ],
  ],
  ['walk', [['←'], ['↑'], ['↓'], ['→']]],
  ['walkAll', [['Shift', '←↑↓→']]],
  ['panel', [['Enter']]],
  ['centre', [['L']]],
  ['expand', [['E']]],
  ['collapse', [['C']]],
  ['pin', [['P']]],
  ['putAway', [['H']]],
  ['zoom', [['+'], ['−'], ['0']]],
  ['run', [[COMMAND_KEY, 'Enter']]],
  ['close', [['Esc']]],
  ['help', [['?']]],
];

function Ways({ ways }: { ways: readonly (readonly string[])[] }): ReactNode {
  return ways.map((way) => (
    <span key={way.join(' ')} className="key-way">
      {way.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  ));
}

export function Help() {
  const t = useMessages();
  const setOpen = useInterface((state) => state.setHelpOpen);
  const singleKeys = useInterface((state) => state.singleKeys);
  const setSingleKeys = useInterface((state) => state.setSingleKeys);
  return (
    <Dialog label={t.keys} className="help" onClose={() => setOpen(false)}>
      <header className="side-head">
        <h2>{t.keys}</h2>
        <button type="button" className="icon-button" title={t.close} onClick={() => setOpen(false)}>
          <Icon name="close" label={t.close} />
        </button>
      </header>
      <dl className="key-list" tabIndex={0}>
        {KEYS.map(([name, ways]) => (
          <div key={name}>
            <dt>{t.keysFor[name]}</dt>
            <dd>
              <Ways ways={ways} />
            </dd>
          </div>
        ))}
      </dl>
      <label className="check key-switch">
        <input type="checkbox" checked={singleKeys} onChange={() => setSingleKeys(!singleKeys)} />
        <span className="check-name">{t.singleKeys}</span>
      </label>
    </Dialog>
  );
}
