import {
  checkNickname,
  type NicknameFault,
  nicknameExample,
  templateFields,
  templateInUse,
} from '@shared/domain/group-life/roster/nickname-template.rules';
import type { RosterList } from '@shared/domain/group-life/roster-list.schema';
import { useMemo } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useAnswer } from '@/app/use-answer';
import { dataWorker } from '@/db/client';
import type { ListSettings } from '../group-lists.queries';
import { nicknamesMessages } from './nicknames.messages';

export type Violator = {
  memberId: string;
  name: string;
  nickname: string;
  faults: NicknameFault[];
  /** On how many lists it was noted that they were told, and on the newest. */
  toldTimes: number;
  isTold: boolean;
};

/** A nickname as the template wants it, made of samples. */
export function useExample(): (template: string) => string {
  const t = useMessages(nicknamesMessages);
  return (template) => nicknameExample(template, (part) => t(`sample.${part}`));
}

/** Who inside does not follow the template, and what is known of earlier lists. */
export function useNicknames(
  groupId: string,
  settings: ListSettings,
  lists: readonly RosterList[],
) {
  const inside = useAnswer(`inside ${groupId}`, () => dataWorker().rosters.inside(groupId));
  const { template, from } = templateInUse(settings.group, settings.workspace?.nicknameTemplate);
  const named = useMemo(
    () => inside?.people.filter(({ nickname }) => nickname !== undefined) ?? [],
    [inside],
  );
  const regions = inside?.regions;
  const violators = useMemo((): Violator[] => {
    const [newest] = lists;
    return named.flatMap(({ memberId, name, nickname = '' }) => {
      const { faults } = checkNickname(nickname, template, regions ?? []);
      if (faults.length === 0) return [];
      const toldTimes = lists.filter(({ toldIds }) => toldIds?.includes(memberId)).length;
      const isTold = newest?.toldIds?.includes(memberId) === true;
      return [{ memberId, name, nickname, faults, toldTimes, isTold }];
    });
  }, [named, template, regions, lists]);
  return {
    isReady: inside !== undefined,
    template,
    from,
    isOff: templateFields(template).length === 0,
    named,
    unnamed: (inside?.people.length ?? 0) - named.length,
    regions: regions ?? [],
    violators,
    fixed: fixedSince(lists),
  };
}

/** Of those who were off on the list before the newest one and still are inside: how many are right now. */
function fixedSince([newest, before]: readonly RosterList[]) {
  if (!newest || !before || before.violatorIds.length === 0) return undefined;
  const gone = new Set(newest.leftIds);
  const still = before.violatorIds.filter((id) => !gone.has(id));
  const off = new Set(newest.violatorIds);
  return { before: still.length, fixed: still.filter((id) => !off.has(id)).length };
}
