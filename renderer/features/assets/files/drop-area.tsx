import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import classes from './drop-area.module.css';
import { type Source, sourceOf } from './keep-file';

type DropAreaProps = {
  /** Said over the area while files hang above it. */
  words: string;
  onFiles: (sources: Source[]) => void;
  testId?: string;
  className?: string | undefined;
  children: ReactNode;
};

const holdsFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');

/** A place that takes dropped files; anything else that is dragged passes over it. */
export function DropArea({ words, onFiles, testId, className, children }: DropAreaProps) {
  const [isOver, setOver] = useState(false);
  // Entering a child comes before leaving its parent.
  const depth = useRef(0);
  const leave = () => {
    depth.current = 0;
    setOver(false);
  };
  return (
    <section
      aria-label={words}
      className={`${classes.area} ${className ?? ''}`}
      data-testid={testId}
      onDragEnter={(event) => {
        if (!holdsFiles(event)) return;
        depth.current += 1;
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!holdsFiles(event)) return;
        depth.current -= 1;
        if (depth.current <= 0) leave();
      }}
      onDragOver={(event) => holdsFiles(event) && event.preventDefault()}
      onDrop={(event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        event.stopPropagation();
        leave();
        onFiles([...event.dataTransfer.files].map((file) => sourceOf(file)));
      }}
    >
      {children}
      {isOver && <div className={classes.veil}>{words}</div>}
    </section>
  );
}
