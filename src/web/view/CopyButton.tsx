/** Puts a text on the clipboard, and says whether it got there. */
import { useEffect, useState } from 'react';
import { useMessages } from '../state/stores.ts';
import { Icon, type IconName } from './Icon.tsx';

export type CopyState = 'idle' | 'copied' | 'failed';

/** The state, back to idle after a while. */
export function useCopy(): [CopyState, (text: string) => void] {
  const [state, setState] = useState<CopyState>('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = window.setTimeout(() => setState('idle'), 3000);
    return () => window.clearTimeout(timer);
  }, [state]);
  const copy = (text: string) => {
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      () => setState('failed'),
    );
  };
  return [state, copy];
}

export function CopyButton({
  name,
  text,
  icon = 'copy',
}: {
  name: string;
  text: () => string;
  icon?: IconName;
}) {
  const t = useMessages();
  const [state, copy] = useCopy();
  return (
    <button type="button" className="button" onClick={() => copy(text())}>
      <Icon name={icon} />
      <span aria-live="polite">
        {state === 'copied' ? t.copied : state === 'failed' ? t.copyFailed : name}
      </span>
    </button>
  );
}
