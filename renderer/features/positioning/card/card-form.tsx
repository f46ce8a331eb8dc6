import { Button, MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import { GROUP_KINDS, type Positioning } from '@shared/domain/positioning/positioning.schema';
import { CARD_LINES } from '@shared/domain/positioning/verdict.rules';
import { useState } from 'react';
import type { z } from 'zod';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { useClassBook } from '@/features/groups';
import { Card } from '@/ui/card';
import { changePositioning, removePositioning } from '../positioning.commands';
import { positioningMessages } from '../positioning.messages';
import classes from '../positioning.module.css';
import { useAllColumns } from '../use-all-columns';
import { Questions } from './questions-form';
import { usePrintCard } from './use-print-card';

export type CardChange = z.input<typeof changePositioning.input>['change'];

/** One card: its five lines, what serves it, and the questions that test it. Kept when a field is left. */
export function CardForm({ card }: { card: Positioning }) {
  const t = useMessages(positioningMessages);
  const columns = useAllColumns();
  const groupClasses = useClassBook()?.classes ?? [];
  const print = usePrintCard(card);
  const change = (fields: CardChange) =>
    void execute(changePositioning, { id: card.id, change: fields }).catch(showProblem);
  const remove = async () => {
    try {
      await execute(removePositioning, { id: card.id, name: card.name });
      showDone(t('removed'), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  };
  return (
    <Card
      title={card.name}
      actions={
        <span className={classes.row}>
          <Button size="xs" variant="subtle" color="gray" onClick={() => void remove()}>
            {t('remove')}
          </Button>
          <Button
            size="xs"
            variant="default"
            data-testid="positioning-print"
            onClick={() => void print()}
          >
            {t('print')}
          </Button>
        </span>
      }
    >
      <div className={classes.stack} data-testid="positioning-card" data-id={card.id}>
        <div className={classes.row}>
          <NameField name={card.name} onSave={(name) => change({ name })} />
          <Select
            label={t('kind')}
            w={140}
            allowDeselect={false}
            data={GROUP_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
            value={card.kind}
            onChange={(value) =>
              change({ kind: GROUP_KINDS.find((kind) => kind === value) ?? card.kind })
            }
          />
          <Select
            label={t('scope')}
            w={180}
            allowDeselect={false}
            data={[
              { value: '', label: t('whole') },
              ...groupClasses.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={card.classId ?? ''}
            onChange={(value) => change({ classId: value || null })}
          />
        </div>
        {CARD_LINES.map((line) => (
          <LineField
            key={line}
            line={line}
            text={card[line]}
            onSave={(text) => change({ [line]: text })}
          />
        ))}
        <MultiSelect
          label={t('columns')}
          placeholder={card.columnIds.length === 0 ? t('columnsNone') : ''}
          data-testid="positioning-columns"
          searchable
          data={columns.map(({ id, name }) => ({ value: id, label: name }))}
          value={card.columnIds}
          onChange={(columnIds) => change({ columnIds })}
        />
        <Questions card={card} onAnswer={(answers) => change({ answers })} />
      </div>
    </Card>
  );
}

function NameField({ name, onSave }: { name: string; onSave: (name: string) => void }) {
  const t = useMessages(positioningMessages);
  const [draft, setDraft] = useState(name);
  return (
    <TextInput
      label={t('name')}
      maxLength={60}
      value={draft}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={() => {
        if (draft.trim() === '') setDraft(name);
        else if (draft.trim() !== name) onSave(draft.trim());
      }}
    />
  );
}

type LineFieldProps = {
  line: (typeof CARD_LINES)[number];
  text: string;
  onSave: (text: string) => void;
};

function LineField({ line, text, onSave }: LineFieldProps) {
  const t = useMessages(positioningMessages);
  const [draft, setDraft] = useState(text);
  return (
    <Textarea
      label={t(`line.${line}`)}
      placeholder={t(`hint.${line}`)}
      data-testid={`positioning-${line}`}
      autosize
      minRows={1}
      maxLength={1000}
      value={draft}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={() => draft !== text && onSave(draft)}
    />
  );
}
