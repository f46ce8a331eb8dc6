import { type DragEvent, useRef, useState } from 'react';
import { expectFile } from '../session/import-session';
import { droppedFiles, type NamedFile } from './dropped-files';

/** Handlers for an element that takes dropped files and folders. */
export function useFileDrop(onFiles: (files: NamedFile[]) => void) {
  const [isOver, setIsOver] = useState(false);
  // Each child under the pointer enters and leaves for itself.
  const depth = useRef(0);
  return {
    isOver,
    handlers: {
      onDragEnter: (event: DragEvent) => {
        event.preventDefault();
        depth.current += 1;
        if (depth.current === 1) expectFile();
        setIsOver(true);
      },
      onDragOver: (event: DragEvent) => event.preventDefault(),
      onDragLeave: () => {
        depth.current = Math.max(0, depth.current - 1);
        if (depth.current === 0) setIsOver(false);
      },
      onDrop: (event: DragEvent) => {
        event.preventDefault();
        depth.current = 0;
        setIsOver(false);
        void droppedFiles(event.dataTransfer).then(onFiles);
      },
    },
  };
}
