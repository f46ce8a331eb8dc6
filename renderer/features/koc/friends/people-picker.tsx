import { MultiSelect } from '@mantine/core';
import { joinId } from '@shared/lib/record-ids';
import { useMessages } from '@/app/i18n/messages';
import { useAnswer } from '@/app/use-answer';
import { dataWorker } from '@/db/client';
import { useLive } from '@/db/use-live';
import classes from '../koc.module.css';
import { readCallNames } from '../koc.queries';
import { friendsMessages } from './friends.messages';

/** As many as an action can name. */
const MOST = 2000;
const SHOWN = 50;

type PeoplePickerProps = {
  groupId: string | undefined;
  chosen: string[];
  onChange: (memberIds: string[]) => void;
};

/** People of one group by name; who has left since stays named. */
export function PeoplePicker({ groupId, chosen, onChange }: PeoplePickerProps) {
  const t = useMessages(friendsMessages);
  const inside = useAnswer(groupId && `people ${groupId}`, () =>
    dataWorker().groups.insiders(groupId ?? '', 0, MOST),
  );
  const places = [...new Set([...(inside?.rows.map(({ memberId }) => memberId) ?? []), ...chosen])]
    .slice(0, MOST)
    .map((memberId) => ({ memberId, groupId: groupId ?? '' }));
  const names = useLive(
    () => readCallNames(places),
    [places.map(({ memberId, groupId: at }) => joinId(memberId, at)).join(' ')],
  );
  const here = new Set(inside?.rows.map(({ memberId }) => memberId));
  const gone = inside ? chosen.filter((id) => !here.has(id)).length : 0;
  return (
    <div>
      <MultiSelect
        label={t('people')}
        placeholder={chosen.length === 0 ? t('peopleHint') : ''}
        data-testid="friend-people"
        disabled={groupId === undefined}
        searchable
        limit={SHOWN}
        maxValues={MOST}
        hidePickedOptions
        data={places.map(({ memberId, groupId: at }) => ({
          value: memberId,
          label: names?.get(joinId(memberId, at)) ?? t('someone'),
        }))}
        value={chosen}
        onChange={onChange}
      />
      {gone > 0 && <span className={classes.quiet}>{t('peopleGone', { count: gone })}</span>}
    </div>
  );
}
