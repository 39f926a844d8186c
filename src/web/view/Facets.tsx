/** Filters by party and what was changed by hand. */
import { useMemo, useState } from 'react';
import { countFacets } from '../state/filters.ts';
import { isTouched, UNTOUCHED } from '../state/hand.ts';
import { go, toggled, useAddress, useGraph, useLanguage, useMessages } from '../state/stores.ts';
import { nameIn } from '../text/names.ts';
import { Check } from './Check.tsx';
import { LabelMark } from './LabelMark.tsx';
import { useShown } from './use-shown.ts';

/** Shown before “more” is asked for. */
const FIRST = 6;
/** From so many on, they are found by name. */
const MANY = 12;

export function Parties() {
  const t = useMessages();
  const language = useLanguage();
  const index = useGraph((state) => state.index);
  const chosen = useAddress((state) => state.address.parties);
  const { nodes } = useShown();
  const [more, setMore] = useState(false);
  const [text, setText] = useState('');
  const facets = useMemo(() => {
    // Where a party is chosen, the others count what would be left; where none is, all agreements that are loaded.
    const counted = chosen.length > 0 ? nodes : [...index.nodes.values()];
    const found = countFacets(index, counted).parties;
    const missing = chosen.filter((id) => !found.some((one) => one.id === id));
    return [...found, ...missing.map((id) => ({ id, count: 0 }))].flatMap(({ id, count }) => {
      const node = index.nodes.get(id);
      return node ? [{ node, count, name: nameIn(node, language) }] : [];
    });
  }, [index, nodes, chosen, language]);
  if (facets.length === 0) return null;
  const wanted = text.trim().toLowerCase();
  const fitting = facets.filter(
    ({ node, name }) => chosen.includes(node.id) || name.toLowerCase().includes(wanted),
  );
  const listed = more || wanted !== '' ? fitting : fitting.slice(0, Math.max(FIRST, chosen.length));
  return (
    <fieldset className="filter facet">
      <legend>{t.partiesFilter}</legend>
      {facets.length > MANY && (
        <input
          type="search"
          className="facet-search"
          placeholder={t.filterName}
          aria-label={`${t.partiesFilter}: ${t.filterName}`}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      {listed.map(({ node, count, name }) => (
        <Check
          key={node.id}
          checked={chosen.includes(node.id)}
          count={count}
          onChange={() => go({ parties: toggled(chosen, node.id) })}
        >
          <LabelMark label={node.label} />
          <span className="check-name" dir="auto">
            {name}
          </span>
        </Check>
      ))}
      {listed.length < fitting.length && (
        <button type="button" className="link facet-more" onClick={() => setMore(true)}>
          {t.moreParties(fitting.length - listed.length)}
        </button>
      )}
    </fieldset>
  );
}

/** What was pinned, hidden and opened, with the way back. */
export function ByHand() {
  const t = useMessages();
  const address = useAddress((state) => state.address);
  const { pinned, without, opened } = address;
  if (!isTouched(address)) return null;
  return (
    <fieldset className="filter by-hand">
      <legend>{t.byHand}</legend>
      <ul>
        {pinned.length > 0 && <li>{t.pinnedByHand(pinned.length)}</li>}
        {without.length > 0 && <li>{t.hiddenByHand(without.length)}</li>}
        {opened.length > 0 && <li>{t.openedByHand(opened.length)}</li>}
      </ul>
      <button type="button" className="link" onClick={() => go(UNTOUCHED)}>
        {t.undoAll}
      </button>
    </fieldset>
  );
}
