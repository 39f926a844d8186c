/** What stands in for a view when there is nothing to see: loading, empty, failed, filtered away. */
import type { ReactNode } from 'react';
import { DEFAULT_ADDRESS } from '../state/address.ts';
import type { ApiError } from '../state/api.ts';
import { go, useAddress, useMessages } from '../state/stores.ts';
import { AddTexts } from './Documents.tsx';

function Notice({ title, children, alert }: { title: string; children?: ReactNode; alert?: boolean }) {
  return (
    <div className="notice" role={alert ? 'alert' : 'status'}>
      <h2>{title}</h2>
      {children}
    </div>
  );
}

export function LoadingState({ loaded }: { loaded: number }) {
  const t = useMessages();
  return (
    <Notice title={t.loading}>
      <div className="progress" aria-hidden="true" />
      {loaded > 0 && <p>{t.loaded(loaded)}</p>}
    </Notice>
  );
}

/** While the server lays the whole graph out, and while it comes. */
export function MapLoading({
  progress,
  onCancel,
}: {
  progress: Readonly<{ come: number; all: number }> | null;
  onCancel: () => void;
}) {
  const t = useMessages();
  const mb = (bytes: number) => (bytes / 1e6).toFixed(1);
  return (
    <Notice title={progress ? t.mapComing : t.mapLayingOut}>
      {progress && progress.all > 0 ? (
        <progress max={progress.all} value={progress.come} aria-label={t.mapComing} />
      ) : (
        <div className="progress" aria-hidden="true" />
      )}
      {progress && <p>{t.mapBytes(mb(progress.come), mb(progress.all))}</p>}
      <button type="button" className="button" onClick={onCancel}>
        {t.cancel}
      </button>
    </Notice>
  );
}

export function EmptyState({ onReload }: { onReload: () => void }) {
  const t = useMessages();
  const embed = useAddress((state) => state.address.embed);
  return (
    <Notice title={t.empty}>
      <p>{t.emptyHint}</p>
      <pre className="command">npx stemma build seed/documents</pre>
      <div className="notice-buttons">
        {!embed && <AddTexts className="button primary" />}
        <button type="button" className="button" onClick={onReload}>
          {t.reload}
        </button>
      </div>
    </Notice>
  );
}

export function FailedState({ error, onRetry }: { error: ApiError | null; onRetry: () => void }) {
  const t = useMessages();
  const unreachable = error?.code === 'UNREACHABLE' || error?.code === 'HTTP';
  return (
    <Notice title={t.failed} alert>
      {error && <p className="detail">{error.message}</p>}
      {unreachable && (
        <>
          <p>{t.failedHint}</p>
          <pre className="command">npx stemma serve</pre>
        </>
      )}
      <button type="button" className="button" onClick={onRetry}>
        {t.retry}
      </button>
    </Notice>
  );
}

export function Crashed({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const t = useMessages();
  return (
    <Notice title={t.crashed} alert>
      <p className="detail">{error.message}</p>
      <button type="button" className="button" onClick={onRetry}>
        {t.retry}
      </button>
    </Notice>
  );
}

export function resetFilters(): void {
  const { labels, hidden, years, steps, way, parties, documents } = DEFAULT_ADDRESS;
  const { pinned, without, opened, path } = DEFAULT_ADDRESS;
  go({ labels, hidden, years, steps, way, parties, documents, pinned, without, opened, path });
}

export function NothingShown() {
  const t = useMessages();
  return (
    <Notice title={t.nothingShown}>
      <p>{t.nothingShownHint}</p>
      <button type="button" className="button" onClick={resetFilters}>
        {t.reset}
      </button>
    </Notice>
  );
}
