import { ActionIcon, Button, Select } from '@mantine/core';
import { CHECK_KINDS, type ChecklistItem, type Script } from '@shared/domain/sop/sop.schema';
import { freeKey } from '@shared/domain/sop/template-edit.rules';
import { IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useMessages } from '@/app/i18n/messages';
import type { Bilingual } from '@/app/i18n/use-bilingual';
import { CheckedLine } from '@/features/compliance';
import { useFlowWords } from '../words/use-flow-words';
import { BilingualText } from './draft-text';
import { editorMessages } from './editor.messages';
import classes from './editor.module.css';

/** As many as a file takes. */
const MOST_ITEMS = 60;

const nothing = (): Bilingual => ({ zh: '', en: '' });

type ListProps<T> = {
  legend: string;
  addLabel: string;
  items: readonly T[];
  make: () => T;
  row: (item: T, index: number, set: (item: T) => void) => ReactNode;
  onChange: (items: T[]) => void;
};

/** Things in an order: added, removed, moved up. */
function ItemList<T extends { key: string }>(props: ListProps<T>) {
  const { legend, addLabel, items, make, row, onChange } = props;
  const t = useMessages(editorMessages);
  const put = (index: number, item: T) =>
    onChange(items.map((it, at) => (at === index ? item : it)));
  const raise = (index: number) => {
    const next = [...items];
    next.splice(index - 1, 0, ...next.splice(index, 1));
    onChange(next);
  };
  return (
    <fieldset className={classes.fieldset}>
      <legend>{legend}</legend>
      {items.map((item, index) => (
        <div key={item.key} className={classes.item}>
          <div className={classes.itemFields}>{row(item, index, (next) => put(index, next))}</div>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`↑ ${legend} ${index + 1}`}
            disabled={index === 0}
            onClick={() => raise(index)}
          >
            <IconArrowUp size={16} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`${t('remove')} ${legend} ${index + 1}`}
            onClick={() => onChange(items.filter((_, at) => at !== index))}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </div>
      ))}
      <Button
        className={classes.add}
        disabled={items.length >= MOST_ITEMS}
        size="compact-sm"
        variant="subtle"
        leftSection={<IconPlus size={14} />}
        onClick={() => onChange([...items, make()])}
      >
        {addLabel}
      </Button>
    </fieldset>
  );
}

type FieldsProps<T> = { items: readonly T[]; onChange: (items: T[]) => void };

export function ChecklistFields({ items, onChange }: FieldsProps<ChecklistItem>) {
  const t = useMessages(editorMessages);
  const flow = useFlowWords();
  return (
    <ItemList
      legend={t('checklist')}
      addLabel={t('addItem')}
      items={items}
      make={(): ChecklistItem => ({ key: freeKey(items, 'item'), label: nothing(), kind: 'tick' })}
      onChange={onChange}
      row={(item, index, set) => (
        <>
          <BilingualText
            label={t('item', { n: index + 1 })}
            maxLength={200}
            value={item.label}
            onChange={(label) => set({ ...item, label })}
          />
          <Select
            label={t('itemKind')}
            allowDeselect={false}
            data={CHECK_KINDS.map((value) => ({ value, label: flow.t(`check_${value}`) }))}
            value={item.kind}
            onChange={(kind) => kind && set({ ...item, kind: kind as ChecklistItem['kind'] })}
          />
          {item.kind !== 'tick' && (
            <BilingualText
              label={t('hint')}
              maxLength={200}
              value={item.hint ?? nothing()}
              onChange={(hint) => {
                const { hint: _, ...rest } = item;
                set(hint.zh || hint.en ? { ...rest, hint } : rest);
              }}
            />
          )}
        </>
      )}
    />
  );
}

export function ScriptFields({ items, onChange }: FieldsProps<Script>) {
  const t = useMessages(editorMessages);
  return (
    <ItemList
      legend={t('scripts')}
      addLabel={t('addScript')}
      items={items}
      make={(): Script => ({ key: freeKey(items, 'script'), label: nothing(), text: nothing() })}
      onChange={onChange}
      row={(script, _, set) => (
        <>
          <WordingFields wording={script} onChange={(it) => set({ ...script, ...it })} />
          <ItemList
            legend={t('variant', { n: '' }).trim()}
            addLabel={t('addVariant')}
            items={script.variants ?? []}
            make={() => ({
              key: freeKey(script.variants ?? [], 'variant'),
              label: nothing(),
              text: nothing(),
            })}
            onChange={(variants) => {
              const { variants: _old, ...rest } = script;
              set(variants.length > 0 ? { ...rest, variants } : rest);
            }}
            row={(variant, _index, put) => (
              <WordingFields wording={variant} onChange={(it) => put({ ...variant, ...it })} />
            )}
          />
        </>
      )}
    />
  );
}

type Wording = { label: Bilingual; text: Bilingual };

function WordingFields(props: { wording: Wording; onChange: (wording: Partial<Wording>) => void }) {
  const t = useMessages(editorMessages);
  return (
    <>
      <BilingualText
        label={t('scriptLabel')}
        maxLength={100}
        value={props.wording.label}
        onChange={(label) => props.onChange({ label })}
      />
      <BilingualText
        label={t('scriptText')}
        isLong
        value={props.wording.text}
        onChange={(text) => props.onChange({ text })}
      />
      <CheckedLine text={props.wording.text.zh} />
    </>
  );
}

export function PlacementFields({
  items,
  onChange,
}: FieldsProps<{ key: string; label: Bilingual }>) {
  const t = useMessages(editorMessages);
  return (
    <ItemList
      legend={t('placements')}
      addLabel={t('addPlacement')}
      items={items}
      make={() => ({ key: freeKey(items, 'place'), label: nothing() })}
      onChange={onChange}
      row={(place, index, set) => (
        <BilingualText
          label={t('placement', { n: index + 1 })}
          maxLength={200}
          value={place.label}
          onChange={(label) => set({ ...place, label })}
        />
      )}
    />
  );
}
