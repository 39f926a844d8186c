/** Over a view: that there is more than can be read at once, how much, and what helps. */
import { MOST_FIGURES } from '../state/part.ts';
import { go, useAddress, useGraph, useInterface, useLanguage, useMessages } from '../state/stores.ts';
import { writeNumber } from '../text/messages.ts';
import { labelName } from '../text/terms.ts';
import { Icon } from './Icon.tsx';

export function StageHead() {
  const t = useMessages();
  const language = useLanguage();
  const setSearchOpen = useInterface((state) => state.setSearchOpen);
  const setFiltersOpen = useInterface((state) => state.setFiltersOpen);
  const { partial, fitting, years, total } = useGraph();
  const { view, documents } = useAddress((state) => state.address);
  if (!partial || fitting <= MOST_FIGURES) return null;
  const all = [...(years?.values() ?? [])].reduce((sum, count) => sum + count, 0);
  const number = (n: number) => writeNumber(n, language);
  return (
    <section className="too-much" aria-label={t.tooMuchTitle} title={labelName('Agreement', language)}>
      <div role="status">
        <strong>{t.tooMuchTitle}</strong>
        <p>
          {t.tooMuchShown(number(fitting), number(Math.max(all, fitting)), number(MOST_FIGURES))}{' '}
          {t.tooMuchHelp}
        </p>
      </div>
      {view === 'network' && documents.length === 0 && (
        <button type="button" className="button" onClick={() => go({ whole: true })}>
          <Icon name="network" /> {t.showWhole(number(total))}
        </button>
      )}
      <button type="button" className="button" onClick={() => setFiltersOpen(true)}>
        <Icon name="sidebar" /> {t.filters}
      </button>
      <button type="button" className="button" onClick={() => setSearchOpen(true)}>
        <Icon name="search" /> {t.searchInstead}
      </button>
    </section>
  );
}
