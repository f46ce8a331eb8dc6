import { Button, SegmentedControl, Select, TextInput } from '@mantine/core';
import { type GroupRule, RULE_ENTRY_KINDS } from '@shared/domain/group-life/group-rule.schema';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { ExportButton } from '@/features/export';
import { Card } from '@/ui/card';
import { ENTRY_SHOWS, type EntryFilter, filteredEntries } from './entry-filter';
import { EntryForm } from './entry-form';
import { EntryRow } from './entry-row';
import { ledgerMessages } from './ledger.messages';
import classes from './rules.module.css';
import { Standings } from './standings';
import type { Ledger } from './use-ledger';
import { useLedgerNames } from './use-ledger-names';

const STEP = 50;

type LedgerCardProps = {
  ledger: Ledger;
  /** The group, where the screen is of one. */
  groupId?: string;
  rulesOf: (groupId: string) => readonly GroupRule[];
};

/** Everything that was given, warned of and decided; entry by entry or person by person. */
export function LedgerCard({ ledger, groupId, rulesOf }: LedgerCardProps) {
  const t = useMessages(ledgerMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const names = useLedgerNames(ledger);
  const [face, setFace] = useState<'entries' | 'people'>('entries');
  const [filter, setFilter] = useState<EntryFilter>({ show: 'all', kind: undefined, who: '' });
  const [most, setMost] = useState(STEP);
  const [isAdding, setAdding] = useState(false);
  const set = (patch: Partial<EntryFilter>) => {
    setFilter({ ...filter, ...patch });
    setMost(STEP);
  };
  const shown = filteredEntries(ledger.entries, filter, names.person);
  const isOver = groupId !== undefined && ledger.groups.get(groupId)?.phase === 'dissolved';
  const running = [...ledger.groups].flatMap(([id, { name, phase }]) =>
    phase === 'dissolved' ? [] : [{ id, name }],
  );
  return (
    <Card
      title={t('title')}
      actions={
        <span className={classes.buttons}>
          <SegmentedControl
            size="xs"
            aria-label={t('faceLabel')}
            data-testid="ledger-face"
            value={face}
            data={(['entries', 'people'] as const).map((value) => ({
              value,
              label: t(`face.${value}`),
            }))}
            onChange={(value) => setFace(value === 'people' ? 'people' : 'entries')}
          />
          {ledger.entries.length > 0 && <ExportButton list="ruleEntries" isCompact />}
          {!isOver && (
            <Button
              size="compact-sm"
              data-testid="ledger-add"
              leftSection={<IconPlus size={14} />}
              onClick={() => setAdding(true)}
            >
              {t('add')}
            </Button>
          )}
        </span>
      }
    >
      {ledger.entries.length === 0 ? (
        <p className={classes.quiet}>{t('empty')}</p>
      ) : (
        <>
          <div className={classes.filters}>
            <TextInput
              size="xs"
              aria-label={t('who')}
              placeholder={t('who')}
              data-testid="ledger-who"
              value={filter.who}
              onChange={(event) => set({ who: event.currentTarget.value })}
            />
            {face === 'entries' && (
              <>
                <Select
                  size="xs"
                  aria-label={t('kindLabel')}
                  data-testid="ledger-filter-kind"
                  allowDeselect={false}
                  data={[
                    { value: '', label: t('anyKind') },
                    ...RULE_ENTRY_KINDS.map((value) => ({
                      value,
                      label: words(`ruleEntry.${value}`),
                    })),
                  ]}
                  value={filter.kind ?? ''}
                  onChange={(value) => set({ kind: RULE_ENTRY_KINDS.find((it) => it === value) })}
                />
                <Select
                  size="xs"
                  aria-label={t('showLabel')}
                  data-testid="ledger-filter-show"
                  allowDeselect={false}
                  data={ENTRY_SHOWS.map((value) => ({ value, label: t(`show.${value}`) }))}
                  value={filter.show}
                  onChange={(value) =>
                    set({ show: ENTRY_SHOWS.find((it) => it === value) ?? 'all' })
                  }
                />
              </>
            )}
          </div>
          {face === 'people' ? (
            <Standings ledger={ledger} who={filter.who} />
          ) : (
            <>
              {shown.length === 0 && <p className={classes.quiet}>{t('noneShown')}</p>}
              <ul className={classes.entries}>
                {shown.slice(0, most).map((entry) => (
                  <EntryRow
                    key={entry.id}
                    entry={entry}
                    names={names}
                    isGroupShown={groupId === undefined}
                    isOver={ledger.groups.get(entry.groupId)?.phase === 'dissolved'}
                  />
                ))}
              </ul>
              {shown.length > most && (
                <Button size="compact-sm" variant="subtle" onClick={() => setMost(most + STEP)}>
                  {t('more', { n: format.count(Math.min(STEP, shown.length - most)) })}
                </Button>
              )}
            </>
          )}
        </>
      )}
      {isAdding && (
        <EntryForm
          groupId={groupId}
          groups={running}
          rulesOf={rulesOf}
          onClose={() => setAdding(false)}
        />
      )}
    </Card>
  );
}
