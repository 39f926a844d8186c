/** The texts in the graph: which of them are heard, which go, and files that come. */
import { type ChangeEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { DocumentSummary } from '../../api/types.ts';
import { countFacets } from '../state/filters.ts';
import { go, toggled, useAddress, useDocuments, useGraph, useMessages } from '../state/stores.ts';
import { type Upload, useUploads } from '../state/uploads.ts';
import { Check } from './Check.tsx';
import { Icon } from './Icon.tsx';
import { LabelMark } from './LabelMark.tsx';

export function AddTexts({ className }: { className: string }) {
  const t = useMessages();
  const add = useUploads((state) => state.add);
  const input = useRef<HTMLInputElement>(null);
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    void add([...(event.target.files ?? [])]);
    event.target.value = '';
  };
  return (
    <>
      <input ref={input} type="file" multiple hidden aria-label={t.addTexts} onChange={take} />
      <button type="button" className={className} onClick={() => input.current?.click()}>
        <Icon name="upload" /> {t.addTexts}
      </button>
    </>
  );
}

const GOING = new Set<Upload['status']>(['waiting', 'reading']);

export function Uploads() {
  const t = useMessages();
  const { uploads, cancel, clear } = useUploads();
  if (uploads.length === 0) return null;
  const going = uploads.filter(({ status }) => GOING.has(status)).length;
  const done = uploads.length - going;
  return (
    <section className="uploads" aria-label={t.uploads}>
      <progress value={done} max={uploads.length} aria-label={t.uploads} />
      <ul aria-live="polite">
        {uploads.map(({ key, name, status, detail }) => (
          <li key={key} className={status}>
            <span className="upload-name" dir="auto">
              {name}
            </span>
            <span className="upload-state">{t.uploadStates[status]}</span>
            {detail !== null && <span className="upload-detail">{detail}</span>}
          </li>
        ))}
      </ul>
      <button type="button" className="link" onClick={going > 0 ? cancel : clear}>
        {going > 0 ? t.cancel : t.clearDone}
      </button>
    </section>
  );
}

function Line({ document, count }: { document: DocumentSummary; count: number }) {
  const t = useMessages();
  const chosen = useAddress((state) => state.address.documents);
  const { remove, leaving } = useUploads();
  const [asking, setAsking] = useState(false);
  const going = leaving.includes(document.id);
  const take = () => {
    setAsking(false);
    go({ documents: chosen.filter((id) => id !== document.id) }, 'replace');
    void remove(document.id);
  };
  return (
    <li>
      <div className="document-line">
        <Check
          checked={chosen.includes(document.id)}
          count={count}
          onChange={() => go({ documents: toggled(chosen, document.id) })}
        >
          <LabelMark label="Document" />
          <span className="check-name" dir="auto">
            {document.name}
          </span>
        </Check>
        <button
          type="button"
          className="icon-button"
          title={t.removeText(document.name)}
          aria-expanded={asking}
          disabled={going}
          onClick={() => setAsking(!asking)}
        >
          <Icon name="trash" label={t.removeText(document.name)} />
        </button>
      </div>
      {going && <p role="status">{t.removing}</p>}
      {asking && (
        <div className="document-sure">
          <p>{t.removeSure}</p>
          <button type="button" className="button" onClick={take}>
            {t.removeYes}
          </button>
          <button type="button" className="button" onClick={() => setAsking(false)}>
            {t.cancel}
          </button>
        </div>
      )}
    </li>
  );
}

export function Documents() {
  const t = useMessages();
  const index = useGraph((state) => state.index);
  const { list, loadList } = useDocuments();
  const removeError = useUploads((state) => state.removeError);
  useEffect(() => void loadList(), [loadList]);
  const counts = useMemo(() => {
    const { documents } = countFacets(index, [...index.nodes.values()]);
    return new Map(documents.map(({ id, count }) => [id, count]));
  }, [index]);
  return (
    <fieldset className="filter facet documents">
      <legend>{t.documents}</legend>
      <ul>
        {(list ?? []).map((document) => (
          <Line key={document.id} document={document} count={counts.get(document.id) ?? 0} />
        ))}
      </ul>
      {removeError !== null && (
        <p className="upload-detail" role="alert">
          {removeError}
        </p>
      )}
      <AddTexts className="button add-texts" />
    </fieldset>
  );
}
