import { Tooltip } from '@mantine/core';
import type { Tag } from '@shared/domain/tags/tag.schema';
import { useLayoutEffect, useRef, useState } from 'react';
import { Chip } from '@/ui/chip';
import { chipsThatFit } from './chips-that-fit';
import classes from './member-columns.module.css';

type TagWordsProps = {
  /** Given by hand first: somebody decided those. */
  tags: readonly Tag[];
  more: (n: number) => string;
};

/** As many tags as the column has room for, and all of them behind the number of the others. */
export function TagWords({ tags, more }: TagWordsProps) {
  const line = useRef<HTMLSpanElement>(null);
  const width = useLineWidth(line);
  const shown = chipsThatFit(
    tags.map((tag) => tag.name),
    width,
  );
  const rest = tags.length - shown;
  return (
    <span className={classes.tags} ref={line}>
      {tags.slice(0, shown).map((tag) => (
        <Chip key={tag.id}>{tag.name}</Chip>
      ))}
      {rest > 0 && (
        <Tooltip
          label={tags.map((tag) => tag.name).join(' · ')}
          multiline
          maw={360}
          openDelay={200}
          events={{ hover: true, focus: true, touch: true }}
        >
          <span className={classes.more} data-testid="member-more-tags" data-count={rest}>
            {more(rest)}
          </span>
        </Tooltip>
      )}
    </span>
  );
}

/** Every row's line is as wide, so one of them is watched for all. */
let width = 180;
const lines = new Set<HTMLElement>();
const listeners = new Set<() => void>();
let watched: HTMLElement | undefined;
let observer: ResizeObserver | undefined;

function watchAnother(): void {
  const [next] = lines;
  if (next === watched) return;
  observer ??= new ResizeObserver(([entry]) => {
    const wide = Math.round(entry?.contentRect.width ?? 0);
    if (wide === 0 || wide === width) return;
    width = wide;
    for (const listener of listeners) listener();
  });
  if (watched) observer.unobserve(watched);
  watched = next;
  if (next) observer.observe(next);
}

function useLineWidth(line: { current: HTMLElement | null }): number {
  const [seen, setSeen] = useState(width);
  useLayoutEffect(() => {
    const element = line.current;
    if (!element) return undefined;
    const listener = () => setSeen(width);
    lines.add(element);
    listeners.add(listener);
    watchAnother();
    listener();
    return () => {
      lines.delete(element);
      listeners.delete(listener);
      watchAnother();
    };
  }, [line]);
  return seen;
}
