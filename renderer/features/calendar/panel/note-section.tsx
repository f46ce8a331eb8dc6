import { NumberInput, Textarea } from '@mantine/core';
import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { itemMessages } from '../item.messages';
import { LONGEST } from './item-draft';
import { usePanel } from './panel-context';

/** What is said among those who work on it, and what making it costs. */
export function NoteSection({ item }: { item: ContentItem }) {
  const t = useMessages(itemMessages);
  const { draft, type, save } = usePanel();
  const length = draft.note.trim().length;
  return (
    <>
      <Textarea
        label={t('note')}
        description={t('noteHint')}
        autosize
        minRows={2}
        maxRows={8}
        value={draft.note}
        error={length > LONGEST.note && t('longer', { most: LONGEST.note, n: length })}
        onChange={(event) => type({ note: event.currentTarget.value })}
        onBlur={save}
      />
      <CostField key={item.costFen} costFen={item.costFen} />
    </>
  );
}

const FEN = 100;

function CostField({ costFen }: { costFen: number | undefined }) {
  const t = useMessages(itemMessages);
  const { choose } = usePanel();
  const [yuan, setYuan] = useState<number | string>(costFen === undefined ? '' : costFen / FEN);
  const save = () => {
    const next = yuan === '' ? undefined : Math.round(Number(yuan) * FEN);
    if (next !== costFen && !Number.isNaN(next)) choose({ costFen: next ?? null });
  };
  return (
    <NumberInput
      label={t('cost')}
      description={t('costHint')}
      prefix="¥"
      min={0}
      max={10_000_000}
      decimalScale={2}
      hideControls
      value={yuan}
      onChange={setYuan}
      onBlur={save}
    />
  );
}
