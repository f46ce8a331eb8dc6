import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { PlainNumber } from '@/ui/plain-number';
import type { MemberFacets } from '@/workers/index/list-types';
import { isFiltered, type MemberView } from './member-view';
import { membersMessages } from './members.messages';

type MembersSubtitleProps = {
  total: number | undefined;
  view: MemberView;
  facets: MemberFacets | undefined;
};

/** One sentence of state around the number of members that the list holds. */
export function MembersSubtitle({ total, view, facets }: MembersSubtitleProps) {
  const t = useMessages(membersMessages);
  const format = useFormat();
  if (total === undefined) return <>&nbsp;</>;
  const number = <PlainNumber testId="members-total" value={total} shown={format.count(total)} />;
  const all = facets?.identity.reduce((sum, { count }) => sum + count, 0) ?? total;
  if (isFiltered(view)) {
    return (
      <>
        {t('foundBefore')}
        {number}
        {t('foundAfter', { all: format.count(all) })}
      </>
    );
  }
  return (
    <>
      {number}
      {t('countAfter', { count: total })}
      {facets && facets.buyers > 0 && t('buyers', { n: format.count(facets.buyers) })}
    </>
  );
}
