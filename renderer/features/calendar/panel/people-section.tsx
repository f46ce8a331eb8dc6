import { Autocomplete, MultiSelect } from '@mantine/core';
import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { useMessages } from '@/app/i18n/messages';
import { itemMessages } from '../item.messages';
import { LONGEST } from './item-draft';
import { usePanel } from './panel-context';

/** Who sends it, and which groups get it. */
export function PeopleSection({ item }: { item: ContentItem }) {
  const t = useMessages(itemMessages);
  const { draft, type, save, choose, groups, owners } = usePanel();
  const length = draft.owner.trim().length;
  return (
    <>
      <Autocomplete
        label={t('owner')}
        data={[...owners]}
        value={draft.owner}
        error={length > LONGEST.owner && t('longer', { most: LONGEST.owner, n: length })}
        onChange={(owner) => type({ owner })}
        onOptionSubmit={(owner) => choose({ owner })}
        onBlur={save}
      />
      {(groups.length > 0 || item.groupIds.length > 0) && (
        <MultiSelect
          label={t('groups')}
          placeholder={item.groupIds.length === 0 ? t('groupsAll') : ''}
          value={item.groupIds}
          data={groupChoices(item.groupIds, groups, t('groupGone'))}
          onChange={(groupIds) => choose({ groupIds })}
        />
      )}
    </>
  );
}

/** A group that was dissolved meanwhile stays on the item until it is taken off. */
function groupChoices(
  chosen: readonly string[],
  groups: readonly { id: string; name: string }[],
  gone: string,
) {
  const known = new Set(groups.map(({ id }) => id));
  return [
    ...groups.map(({ id, name }) => ({ value: id, label: name })),
    ...chosen.filter((id) => !known.has(id)).map((id) => ({ value: id, label: gone })),
  ];
}
