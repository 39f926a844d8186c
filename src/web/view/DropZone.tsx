/** Files dropped anywhere on the page come into the graph. */
import { useEffect, useState } from 'react';
import { useMessages } from '../state/stores.ts';
import { useUploads } from '../state/uploads.ts';
import { Icon } from './Icon.tsx';

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;

export function DropZone() {
  const t = useMessages();
  const [over, setOver] = useState(false);
  const add = useUploads((state) => state.add);
  useEffect(() => {
    const onOver = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(false);
      void add([...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [add]);
  if (!over) return null;
  return (
    <div className="drop-zone" role="status">
      <Icon name="upload" />
      <strong>{t.dropHere}</strong>
      <span>{t.dropNote}</span>
    </div>
  );
}
