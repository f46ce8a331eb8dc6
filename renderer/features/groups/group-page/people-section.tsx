import { GroupDetail } from '../group-detail';
import { useGroups } from '../use-groups';
import type { SectionProps } from './sections';

/** Who is inside, and what the group itself is. */
export function PeopleSection({ groupId }: SectionProps) {
  const groups = useGroups();
  const row = groups?.find(({ group }) => group.id === groupId);
  return (
    <section data-testid="group-section-people" data-ready={row !== undefined}>
      {row && groups && <GroupDetail row={row} groups={groups} />}
    </section>
  );
}
