import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { Chip } from '@/ui/chip';
import type { DuplicateHit } from '@/workers/index/duplicate-types';
import { duplicatesMessages } from './duplicates.messages';
import classes from './pair-list.module.css';

const TONES = { certain: 'green', likely: 'teal', possible: 'yellow' } as const;

type PairListProps = {
  rows: readonly DuplicateHit[];
  total: number;
  openAt: number;
  onOpen: (index: number) => void;
  onMore: () => void;
};

/** The pairs by confidence; arrow keys walk through them. */
export function PairList({ rows, total, openAt, onOpen, onMore }: PairListProps) {
  const t = useMessages(duplicatesMessages);
  const openRef = useRef<HTMLButtonElement | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the opened row comes into view
  useEffect(() => openRef.current?.scrollIntoView({ block: 'nearest' }), [openAt, rows]);
  return (
    <nav className={classes.list} aria-label={t('listLabel')}>
      {rows.map((hit, index) => (
        <button
          key={`${hit.aId}.${hit.bId}`}
          ref={index === openAt ? openRef : null}
          type="button"
          className={classes.row}
          aria-current={index === openAt}
          data-testid="duplicate-row"
          data-confidence={hit.confidence}
          onClick={() => onOpen(index)}
        >
          <span className={classes.names}>
            {hit.aName} · {hit.bName}
          </span>
          <Chip tone={TONES[hit.confidence]}>{t(`confidence.${hit.confidence}`)}</Chip>
          <small>{hit.evidence.map((kind) => t(`evidence.${kind}`)).join(' · ')}</small>
        </button>
      ))}
      {total > rows.length && (
        <Button variant="subtle" size="xs" m="xs" onClick={onMore}>
          {t('more', { n: Math.min(100, total - rows.length) })}
        </Button>
      )}
    </nav>
  );
}
