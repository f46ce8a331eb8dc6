import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Segment } from '@shared/domain/segments/segment.schema';
import { IconPlus, IconUsersGroup, IconVectorBezierCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { EmptyState } from '@/ui/empty-state';
import { Page } from '@/ui/page';
import { SearchField } from '@/ui/search-field';
import { segmentsMessages } from '../segments.messages';
import { ReadyMadeList } from './ready-made-list';
import { SegmentRow } from './segment-row';
import classes from './segments-page.module.css';
import { SnapshotLines } from './snapshot-lines';
import { useSegments } from './use-segments';

/** From here on a list is searched rather than read. */
const SEARCHED_FROM = 8;

/** Everybody's segments with how many are in them now, and fixed lists under each. */
export function SegmentsPage() {
  const t = useMessages(segmentsMessages);
  const format = useFormat();
  const [, navigate] = useLocation();
  const list = useSegments();
  const [text, setText] = useState('');
  const [showsArchived, archived] = useDisclosure(false);
  const segments = list?.segments ?? [];
  const snapshots = list?.snapshots ?? [];
  const wanted = text.trim().toLowerCase();
  const fits = (segment: Segment) => segment.name.toLowerCase().includes(wanted);
  const current = segments.filter((it) => it.isArchived !== true);
  const old = segments.filter((it) => it.isArchived === true);
  const known = new Set(segments.map((it) => it.id));
  const loose = snapshots.filter((it) => it.segmentId === undefined || !known.has(it.segmentId));
  const isEmpty = list !== undefined && segments.length === 0 && snapshots.length === 0;
  const add = (
    <Button
      data-testid="segment-new"
      leftSection={<IconPlus size={16} stroke={2} />}
      onClick={() => navigate('/members/segments/new')}
    >
      {t('add')}
    </Button>
  );
  const rows = (of: readonly Segment[]) =>
    of
      .filter(fits)
      .map((segment) => (
        <SegmentRow
          key={segment.id}
          segment={segment}
          snapshots={snapshots.filter((it) => it.segmentId === segment.id)}
        />
      ));

  return (
    <Page
      testId="page-segments"
      title={t('title')}
      subtitle={
        list &&
        (isEmpty
          ? t('stateEmpty')
          : t('state', {
              n: format.count(current.length),
              snapshots: format.count(snapshots.length),
            }))
      }
      actions={
        <>
          {segments.length + snapshots.length > 1 && (
            <Button
              variant="default"
              data-testid="segment-combine"
              leftSection={<IconVectorBezierCircle size={16} stroke={1.75} />}
              onClick={() => navigate('/members/segments/combine')}
            >
              {t('algebra')}
            </Button>
          )}
          {!isEmpty && add}
        </>
      }
      filters={
        segments.length >= SEARCHED_FROM ? (
          <SearchField
            testId="segments-search"
            widthPx={240}
            label={t('search')}
            value={text}
            onChange={setText}
          />
        ) : undefined
      }
      ready={list !== undefined}
    >
      <div className={classes.list}>
        {isEmpty && (
          <EmptyState
            icon={IconUsersGroup}
            title={t('emptyTitle')}
            text={t('emptyText')}
            action={add}
          />
        )}
        {rows(current)}
        {loose.length > 0 && (
          <section className={classes.card}>
            <h2 className={classes.heading}>{t('looseSnapshots')}</h2>
            <SnapshotLines snapshots={loose} />
          </section>
        )}
        {old.length > 0 && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            aria-expanded={showsArchived}
            data-testid="segments-archived"
            onClick={archived.toggle}
          >
            {t('archived', { n: format.count(old.length) })}
          </Button>
        )}
        {showsArchived && rows(old)}
        {list && <ReadyMadeList segments={segments} />}
      </div>
    </Page>
  );
}
