/** A box to tick, with what it stands for and how many there are. */
import type { ReactNode } from 'react';

export function Check({
  checked,
  count,
  children,
  onChange,
}: {
  checked: boolean;
  count: number;
  children: ReactNode;
  onChange: () => void;
}) {
  return (
    <label className="check">
      <input type="checkbox" checked={checked} onChange={onChange} />
      {children}
      <span className="count">{count}</span>
    </label>
  );
}
