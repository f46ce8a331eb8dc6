import { createContext } from 'react';
import type { DropTarget } from './drop-target';

/** Where the carried item would land now, for the line that shows it. */
export const DropTargetContext = createContext<DropTarget | undefined>(undefined);
