import { createContext } from 'react';
import type { DropTarget } from './drop-target';

/** What is carried and where it would land now, for the line that shows it. */
type Carried = { draggedId: string | undefined; target: DropTarget | undefined };

export const DropTargetContext = createContext<Carried>({
  draggedId: undefined,
  target: undefined,
});
