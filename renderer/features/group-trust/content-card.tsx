import { SegmentedControl } from '@mantine/core';
import { SPEAKER_KINDS } from '@shared/domain/calendar/content.schema';
import { useState } from 'react';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { useColumns } from '@/features/content-items';
import { useGroupContent } from '@/features/group-life';
import { Card } from '@/ui/card';
import { DataTable } from '@/ui/charts/data-table';
import { Why } from '@/ui/why';
import { contentCardMessages } from './content-card.messages';
import { type ContentSum, contentSums, memberVerdict } from './content-sums';
import { trustMessages } from './trust.messages';
import classes from './trust.module.css';
import { useTrustWords } from './use-trust-words';

const BY = ['speaker', 'column'] as const;
const WEEKS = 13;

/** Pieces that went out to the group, by column or by who carried them. */
export function ContentCard({ groupId }: { groupId: string }) {
  const t = useMessages(contentCardMessages);
  const base = useMessages(trustMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const say = useTrustWords();
  const [by, setBy] = useState<(typeof BY)[number]>('speaker');
  const stored = useLive(() => readDb.rows('contentColumns').all(), []);
  const columns = useColumns(stored ?? []);
  const lines = useGroupContent(groupId, WEEKS);
  if (!lines) return null;
  const nameOf = (key: string): string => {
    const speaker = SPEAKER_KINDS.find((it) => it === key);
    if (speaker) return words(`speaker.${speaker}`);
    return columns.find(({ id }) => id === key)?.name ?? t('none');
  };
  const sums = contentSums(lines, ({ columnId, speaker }) =>
    by === 'column' ? (columnId ?? '') : (speaker ?? ''),
  );
  const total = (of: 'pieces' | 'reported' | 'sharedReports') =>
    sums.reduce((sum, it) => sum + it[of], 0);
  const shared = total('sharedReports');
  const heads = ['name', 'pieces', 'reported', 'reach', 'opens', 'participants'] as const;
  return (
    <Card
      title={t('title')}
      actions={
        <span className={classes.buttons}>
          <SegmentedControl
            size="xs"
            aria-label={t('by')}
            value={by}
            data={BY.map((value) => ({ value, label: t(`by.${value}`) }))}
            onChange={(value) => setBy(BY.find((it) => it === value) ?? 'speaker')}
          />
          <Why word={base('why')}>{t('why')}</Why>
        </span>
      }
    >
      {sums.length === 0 ? (
        <p className={classes.quiet}>{t('empty')}</p>
      ) : (
        <div className={classes.form} data-testid="trust-content" data-by={by}>
          <p className={classes.quiet}>
            {t('lead', {
              weeks: WEEKS,
              pieces: format.count(total('pieces')),
              reported: format.count(total('reported')),
            })}
            {shared > 0 && ` · ${t('shared', { n: format.count(shared) })}`}
          </p>
          <DataTable
            label={t('title')}
            columns={heads.map((key, at) => ({ key, label: t(key), isNumber: at > 0 }))}
            rows={sums.map((sum) => ({
              key: sum.key,
              isQuiet: sum.reported === 0,
              cells: [
                nameOf(sum.key),
                format.count(sum.pieces),
                format.count(sum.reported),
                ...(sum.reach > 0
                  ? [
                      format.count(sum.reach),
                      say.rate(sum.opens, sum.reach),
                      say.rate(sum.participants, sum.reach),
                    ]
                  : [t('noReport'), t('noReport'), t('noReport')]),
              ],
            }))}
          />
          {by === 'speaker' && (
            <p className={classes.quiet} data-testid="trust-member-verdict">
              <MemberWords sums={sums} nameOf={nameOf} />{' '}
              <Link href="/calendar/results">{t('toResults')}</Link>
            </p>
          )}
        </div>
      )}
    </Card>
  );
}

type MemberWordsProps = { sums: readonly ContentSum[]; nameOf: (key: string) => string };

function MemberWords({ sums, nameOf }: MemberWordsProps) {
  const t = useMessages(contentCardMessages);
  const format = useFormat();
  const say = useTrustWords();
  const verdict = memberVerdict(sums);
  const rate = (it: { participants: number; reach: number }) => say.rate(it.participants, it.reach);
  switch (verdict.kind) {
    case 'few':
      return t(sums.some(({ reported }) => reported > 0) ? 'memberFew' : 'noReports');
    case 'small':
      return t('memberSmall', { n: format.count(verdict.reach) });
    case 'only':
      return t('memberOnly', { own: rate(verdict.own) });
    case 'ahead':
      return t('memberAhead', { own: rate(verdict.own), rest: rate(verdict.rest) });
    case 'behind': {
      const { own, best } = verdict;
      return t('memberBehind', { own: rate(own), best: nameOf(best.key), top: rate(best) });
    }
  }
}
