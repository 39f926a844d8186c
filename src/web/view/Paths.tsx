/** The paths between two agreements, each step with its relation, beside the drawing in which they stand out. */
import { Fragment } from 'react';
import { type FoundPaths, usePaths } from '../state/paths.ts';
import { go, useAddress, useGraph, useInterface, useLanguage, useMessages } from '../state/stores.ts';
import { nameIn } from '../text/names.ts';
import { typeName } from '../text/terms.ts';
import { Icon } from './Icon.tsx';
import { LineMark } from './LabelMark.tsx';
import { NodeLink } from './NodeLink.tsx';

function Step({ edge, to }: { edge: string; to: string }) {
  const language = useLanguage();
  const setWanted = useInterface((state) => state.setWanted);
  const found = useGraph((state) => state.index.edges.get(edge));
  const node = useGraph((state) => state.index.nodes.get(to));
  if (!found || !node) return null;
  const show = () => {
    setWanted(edge);
    go({ node: found.from });
  };
  return (
    <>
      <button type="button" className="path-edge" onClick={show}>
        <LineMark type={found.type} />
        {typeName(found.type, language)}
      </button>
      <NodeLink node={node} />
    </>
  );
}

function Path({ path }: { path: FoundPaths['paths'][number] }) {
  const start = useGraph((state) => state.index.nodes.get(path.nodes[0] ?? ''));
  return (
    <li className="path-line">
      {start && <NodeLink node={start} />}
      {path.edges.map((edge, i) => (
        <Fragment key={edge}>
          <Step edge={edge} to={path.nodes[i + 1] ?? ''} />
        </Fragment>
      ))}
    </li>
  );
}

function Result() {
  const t = useMessages();
  const { status, found, error } = usePaths();
  if (status === 'failed') return <p role="alert">{error?.message}</p>;
  if (!found) return <p role="status">{t.pathLoading}</p>;
  if (found.paths.length === 0) return <p role="status">{t.pathNone}</p>;
  return (
    <>
      <p role="status">
        {t.paths(found.paths.length)}
        {found.turned && ` · ${t.pathTurned}`}
      </p>
      <ol className="path-list">
        {found.paths.map((path) => (
          <Path key={path.edges.join('\n')} path={path} />
        ))}
      </ol>
    </>
  );
}

export function Paths() {
  const t = useMessages();
  const language = useLanguage();
  const path = useAddress((state) => state.address.path);
  const index = useGraph((state) => state.index);
  if (!path) return null;
  const name = (id: string) => {
    const node = index.nodes.get(id);
    return node ? nameIn(node, language) : id;
  };
  return (
    <section className="paths" aria-label={t.pathBetween}>
      <header>
        <h2 dir="auto">
          <Icon name="path" /> {name(path.from)} → {name(path.to)}
        </h2>
        <button type="button" className="icon-button" title={t.close} onClick={() => go({ path: null })}>
          <Icon name="close" label={t.close} />
        </button>
      </header>
      <Result />
    </section>
  );
}
