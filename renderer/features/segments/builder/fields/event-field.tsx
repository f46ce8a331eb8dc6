import { ActionIcon, Menu, Select, UnstyledButton } from '@mantine/core';
import { COMMENT_TOPICS, FEELINGS } from '@shared/domain/feelings/comment.schema';
import { INTERACTION_KINDS } from '@shared/domain/interactions/interaction.schema';
import type { EventRef } from '@shared/domain/rules/rule.schema';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { ruleMessages } from '../../words/rule.messages';
import { useSuggestions } from '../suggestions';
import { EVENT_STARTS, type EventPart, emptyPart, partsNotNamed, withoutPart } from './event-parts';
import { fieldsMessages } from './fields.messages';
import classes from './fields.module.css';
import { ManyField, WordsField } from './many-field';
import { OneField } from './one-field';
import { RangeField } from './range-field';

const KINDS = ['order', 'interaction', 'comment'] as const;

type EventFieldProps = {
  value: EventRef;
  onChange: (event: EventRef) => void;
  /** Money and shares are asked of orders alone. */
  isOrderOnly?: boolean;
};

/** What happened, narrowed down as far as one likes. */
export function EventField({ value, onChange, isOrderOnly = false }: EventFieldProps) {
  const t = useMessages(fieldsMessages);
  const suggestions = useSuggestions();
  const drop = (part: EventPart) => onChange(withoutPart(value, part));
  const open = partsNotNamed(value);
  return (
    <span className={classes.part}>
      {!isOrderOnly && (
        <OneField
          label={t('ofLabel')}
          widthPx={92}
          value={value.of}
          options={KINDS}
          say={(it) => t(`of.${it}`)}
          onChange={(of) => of !== value.of && onChange(EVENT_STARTS[of])}
        />
      )}
      <EventParts value={value} onChange={onChange} drop={drop} />
      {open.length > 0 && (
        <Menu shadow="md" position="bottom-start">
          <Menu.Target>
            <UnstyledButton className={classes.narrow} data-testid="event-narrow">
              <IconPlus size={12} stroke={2} aria-hidden /> {t('narrow')}
            </UnstyledButton>
          </Menu.Target>
          <Menu.Dropdown>
            {open.map((part) => (
              <Menu.Item
                key={part}
                onClick={() =>
                  onChange(
                    emptyPart(value, part, {
                      product: suggestions.products[0] ?? t('exampleProduct'),
                      category: suggestions.categories[0]?.value ?? '',
                      groupId: suggestions.groups[0]?.value,
                    }),
                  )
                }
              >
                {t(`narrow.${part}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </span>
  );
}

type PartsProps = EventFieldProps & { drop: (part: EventPart) => void };

function EventParts({ value, onChange, drop }: PartsProps) {
  if (value.of === 'order') return <OrderParts value={value} onChange={onChange} drop={drop} />;
  if (value.of === 'interaction') {
    return <InteractionParts value={value} onChange={onChange} drop={drop} />;
  }
  return <CommentParts value={value} onChange={onChange} drop={drop} />;
}

type Parts<O extends EventRef['of']> = {
  value: Extract<EventRef, { of: O }>;
  onChange: (event: EventRef) => void;
  drop: (part: EventPart) => void;
};

function OrderParts({ value, onChange, drop }: Parts<'order'>) {
  const t = useMessages(fieldsMessages);
  const { products, categories } = useSuggestions();
  return (
    <>
      {value.product && (
        <Part onDrop={() => drop('product')}>
          <WordsField
            label={t('product')}
            value={value.product}
            suggestions={products}
            needsOne
            onChange={(product) => onChange({ ...value, product })}
          />
        </Part>
      )}
      {value.category && (
        <Part onDrop={() => drop('category')}>
          <ManyField
            label={t('category')}
            value={value.category}
            data={categories}
            needsOne
            onChange={(category) => onChange({ ...value, category })}
          />
        </Part>
      )}
      {value.netFen && (
        <Part onDrop={() => drop('netFen')}>
          {t('narrow.netFen')}
          <RangeField
            unit="yuan"
            value={value.netFen}
            onChange={(netFen) => onChange({ ...value, netFen })}
          />
        </Part>
      )}
      {value.isRefunded !== undefined && (
        <Part onDrop={() => drop('isRefunded')}>
          <Select
            size="xs"
            w={104}
            aria-label={t('narrow.isRefunded')}
            allowDeselect={false}
            value={String(value.isRefunded)}
            data={[
              { value: 'true', label: t('refunded') },
              { value: 'false', label: t('notRefunded') },
            ]}
            onChange={(next) => onChange({ ...value, isRefunded: next === 'true' })}
          />
        </Part>
      )}
    </>
  );
}

function InteractionParts({ value, onChange, drop }: Parts<'interaction'>) {
  const t = useMessages(fieldsMessages);
  const words = useMessages(wordsMessages);
  const { groups } = useSuggestions();
  return (
    <>
      <ManyField
        label={t('kinds')}
        needsOne
        value={value.kinds}
        data={INTERACTION_KINDS.map((kind) => ({
          value: kind,
          label: words(`interaction.${kind}`),
        }))}
        onChange={(chosen) =>
          onChange({ ...value, kinds: INTERACTION_KINDS.filter((it) => chosen.includes(it)) })
        }
      />
      {value.groupIds && (
        <Part onDrop={() => drop('groupIds')}>
          <ManyField
            label={t('groups')}
            none={t('anyGroup')}
            value={value.groupIds}
            data={groups}
            onChange={(groupIds) => onChange({ ...value, groupIds })}
          />
        </Part>
      )}
      {value.value && (
        <Part onDrop={() => drop('value')}>
          {t('narrow.value')}
          <RangeField
            unit="score"
            value={value.value}
            onChange={(range) => onChange({ ...value, value: range })}
          />
        </Part>
      )}
    </>
  );
}

function CommentParts({ value, onChange, drop }: Parts<'comment'>) {
  const t = useMessages(fieldsMessages);
  const rule = useMessages(ruleMessages);
  return (
    <>
      {value.feelings && (
        <Part onDrop={() => drop('feelings')}>
          <ManyField
            label={t('feelings')}
            none={t('anyFeeling')}
            value={value.feelings}
            data={FEELINGS.map((it) => ({ value: it, label: rule(`feeling.${it}`) }))}
            onChange={(chosen) =>
              onChange({ ...value, feelings: FEELINGS.filter((it) => chosen.includes(it)) })
            }
          />
        </Part>
      )}
      {value.topics && (
        <Part onDrop={() => drop('topics')}>
          <ManyField
            label={t('topics')}
            none={t('anyTopic')}
            value={value.topics}
            data={COMMENT_TOPICS.map((it) => ({ value: it, label: rule(`topic.${it}`) }))}
            onChange={(chosen) =>
              onChange({ ...value, topics: COMMENT_TOPICS.filter((it) => chosen.includes(it)) })
            }
          />
        </Part>
      )}
      {value.intensity && (
        <Part onDrop={() => drop('intensity')}>
          {t('narrow.intensity')}
          <RangeField
            unit="score"
            max={3}
            value={value.intensity}
            onChange={(intensity) => onChange({ ...value, intensity })}
          />
        </Part>
      )}
    </>
  );
}

function Part({ children, onDrop }: { children: ReactNode; onDrop: () => void }) {
  const t = useMessages(fieldsMessages);
  return (
    <span className={classes.part}>
      {children}
      <ActionIcon size="xs" variant="subtle" color="gray" aria-label={t('drop')} onClick={onDrop}>
        <IconX size={12} stroke={2} />
      </ActionIcon>
    </span>
  );
}
