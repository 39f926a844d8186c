/** Names in a query that the graph does not have, with what was meant, perhaps; a click writes that. */
import { useMemo } from 'react';
import { checkCypher, type Wrong } from '../editor/check.ts';
import { useMessages } from '../state/stores.ts';

/** Told of at most. */
const MOST = 5;

export function Wrongs({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const t = useMessages();
  const wrongs = useMemo(() => checkCypher(text), [text]);
  const mend = ({ from, to, nearest }: Wrong) =>
    onChange(`${text.slice(0, from)}${nearest ?? ''}${text.slice(to)}`);
  return (
    <div role="status">
      {wrongs.length > 0 && (
        <ul className="wrongs">
          {wrongs.slice(0, MOST).map((wrong) => (
            <li key={wrong.from}>
              {t.noSuchName[wrong.kind](wrong.name)}{' '}
              {wrong.nearest !== null && (
                <button type="button" className="link" onClick={() => mend(wrong)}>
                  {t.meant(wrong.nearest)}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
