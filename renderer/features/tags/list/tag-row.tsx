import { Switch } from '@mantine/core';
import type { Accuracy } from '@shared/domain/tags/spot-check.rules';
import type { Tag } from '@shared/domain/tags/tag.schema';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { RuleSentence } from '@/features/segments';
import { AccuracyWords } from '../accuracy-words';
import { MembersLink } from '../members-link';
import { tagsMessages } from '../tags.messages';
import { useTagActions } from '../use-tag-actions';
import classes from './tag-table.module.css';
import { isOn } from './tag-view';
import type { TagPeople } from './use-tag-figures';

type TagRowProps = {
  tag: Tag;
  figures: TagPeople | undefined;
  accuracy: Accuracy | undefined;
  isOpen: boolean;
  onOpen: (tag: Tag) => void;
};

/** One tag: what it means, how many carry it, how often it is right, on or off. */
export function TagRow({ tag, figures, accuracy, isOpen, onOpen }: TagRowProps) {
  const t = useMessages(tagsMessages);
  const format = useFormat();
  const { setOn } = useTagActions();
  const count = figures?.carriersOf(tag.id) ?? 0;
  const byHand = figures?.byHand[tag.id] ?? 0;
  return (
    <tr
      className={classes.row}
      data-testid="tag-row"
      data-tag-id={tag.id}
      data-count={count}
      data-open={isOpen}
      data-off={tag.rule !== undefined && !isOn(tag)}
    >
      <td>
        <button
          type="button"
          className={classes.name}
          data-testid="tag-open"
          title={t('openTag', { name: tag.name })}
          onClick={() => onOpen(tag)}
        >
          {tag.name}
        </button>
      </td>
      <td className={classes.rule} title={tag.note}>
        {tag.rule ? <RuleSentence rule={tag.rule} /> : (tag.note ?? t('byHandOnly'))}
      </td>
      <td className={classes.number}>
        {figures && <MembersLink tag={tag}>{format.count(count)}</MembersLink>}
        {tag.rule && byHand > 0 && <small>{t('handCount', { n: format.count(byHand) })}</small>}
      </td>
      <td className={classes.number}>
        {figures && figures.members > 0 && format.percent(count / figures.members, figures.members)}
      </td>
      <td className={classes.accuracy}>
        <AccuracyWords accuracy={accuracy} />
      </td>
      <td className={classes.switch}>
        {tag.rule && (
          <Switch
            size="xs"
            data-testid="tag-switch"
            aria-label={t('switchLabel', { name: tag.name })}
            checked={isOn(tag)}
            onChange={(event) => void setOn(tag, event.currentTarget.checked)}
          />
        )}
      </td>
    </tr>
  );
}
