import { Select } from '@mantine/core';
import { KOC_STATES, type Koc } from '@shared/domain/koc/koc.schema';
import type { z } from 'zod';
import { problemText, showDone } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { InlineEdit } from '@/ui/inline-edit';
import { editKoc } from '../koc.commands';
import { kocMessages } from '../koc.messages';
import classes from '../koc.module.css';
import { useGroupNames } from '../use-koc';
import { kocPanelMessages } from './koc-panel.messages';

type FactsPartProps = { koc: Koc; name: string; groupIds: readonly string[] };

const TEXTS = ['ownerName', 'strengths', 'note'] as const;
const LABELS = { ownerName: 'owner', strengths: 'strengths', note: 'note' } as const;

/** State, group, who looks after them, what they are good at; each is saved as it is changed. */
export function FactsPart({ koc, name, groupIds }: FactsPartProps) {
  const words = useMessages(kocMessages);
  const t = useMessages(kocPanelMessages);
  const format = useFormat();
  const groupName = useGroupNames();
  const save = async (change: Partial<z.input<typeof editKoc.input>>) => {
    try {
      await execute(editKoc, { memberId: koc.id, name, ...change });
      showDone(t('saved'), { undo: true });
      return undefined;
    } catch (error) {
      return problemText(error);
    }
  };
  const groups = [...new Set([...groupIds, ...(koc.groupId ? [koc.groupId] : [])])];
  return (
    <section className={classes.section}>
      <dl className={classes.facts}>
        <dt>{t('state')}</dt>
        <dd>
          <Select
            size="xs"
            w={150}
            aria-label={t('state')}
            data-testid="koc-state"
            allowDeselect={false}
            data={KOC_STATES.map((value) => ({ value, label: words(`state.${value}`) }))}
            value={koc.state}
            onChange={(value) => {
              const state = KOC_STATES.find((it) => it === value);
              if (state && state !== koc.state) void save({ state });
            }}
          />
          <span className={classes.quiet}>{t('since', { day: format.date(koc.since) })}</span>
        </dd>
        <dt>{t('mainGroup')}</dt>
        <dd>
          <Select
            size="xs"
            w={220}
            aria-label={t('mainGroup')}
            placeholder={t('noMainGroup')}
            clearable
            data={groups.map((id) => ({ value: id, label: groupName(id) ?? '—' }))}
            value={koc.groupId ?? null}
            onChange={(groupId) => void save({ groupId })}
          />
        </dd>
        {TEXTS.map((field) => (
          <FactText
            key={field}
            label={t(LABELS[field])}
            placeholder={t('toFill')}
            testId={`koc-${LABELS[field]}`}
            value={koc[field] ?? ''}
            isLong={field === 'note'}
            onSave={(text) => save({ [field]: text === '' ? null : text })}
          />
        ))}
      </dl>
    </section>
  );
}

type FactTextProps = {
  label: string;
  placeholder: string;
  testId: string;
  value: string;
  isLong: boolean;
  onSave: (text: string) => Promise<string | undefined>;
};

const FactText = ({ label, ...field }: FactTextProps) => (
  <>
    <dt>{label}</dt>
    <dd>
      <InlineEdit label={label} {...field} />
    </dd>
  </>
);
