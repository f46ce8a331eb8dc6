import type { ContentItem } from '@shared/domain/calendar/content.schema';
import type { KeyboardEvent } from 'react';
import type { GridApi } from '../grid-context';

type ItemKey = (item: ContentItem, grid: GridApi) => void;

const COMMANDS: Record<string, ItemKey> = {
  c: (item, grid) => grid.copy(item),
  x: (item, grid) => grid.cut(item),
  v: (item, grid) => grid.paste(item),
  a: (_, grid) => grid.chooseAll(),
  ' ': (item, grid) => grid.pick(item, 'toggle'),
};

const PLAIN: Record<string, ItemKey> = {
  Enter: (item, grid) => grid.open(item, true),
  F2: (item, grid) => grid.startRenaming(item),
  Delete: (item, grid) => grid.remove(item),
  Backspace: (item, grid) => grid.remove(item),
  Escape: (item, grid) => {
    if (grid.selected.size > 0 || grid.cutIds.size > 0) grid.clear();
    else grid.focusCell(item);
  },
};

const STRETCHES: Record<string, -1 | 1> = {
  ArrowUp: -1,
  ArrowLeft: -1,
  ArrowDown: 1,
  ArrowRight: 1,
};

/** @returns whether the key meant something on an item */
export function handleItemKey(
  event: KeyboardEvent<HTMLElement>,
  item: ContentItem,
  grid: GridApi,
): boolean {
  const { key, currentTarget } = event;
  if (event.altKey) return false;
  if (event.ctrlKey || event.metaKey) return run(COMMANDS[key.toLowerCase()], item, grid);
  const stretch = STRETCHES[key];
  if (event.shiftKey && stretch !== undefined) {
    grid.stretch(item, stretch);
    return true;
  }
  if (event.shiftKey) return false;
  if (run(PLAIN[key], item, grid)) return true;
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    const sibling = siblingOf(currentTarget, key);
    if (sibling) {
      sibling.focus();
      return true;
    }
  }
  const next = grid.step(item, key);
  if (next) grid.focusCell(next);
  return next !== undefined || key.startsWith('Arrow');
}

function run(action: ItemKey | undefined, item: ContentItem, grid: GridApi): boolean {
  action?.(item, grid);
  return action !== undefined;
}

/** The item above or below in the same cell. */
function siblingOf(element: HTMLElement, key: 'ArrowDown' | 'ArrowUp'): HTMLElement | undefined {
  const sibling = key === 'ArrowDown' ? element.nextElementSibling : element.previousElementSibling;
  const isItem = sibling instanceof HTMLElement && sibling.dataset.itemId !== undefined;
  return isItem ? sibling : undefined;
}
