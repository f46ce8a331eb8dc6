import type { Group } from '@shared/domain/groups/group.schema';
import { useFormat } from '@/app/use-format';
import classes from './board.module.css';
import { useBoardWords } from './use-board-words';

type RoomCountProps = { group: Group; members: number; today: string };

/** People inside of those who may be; more than that stands out, and says by how many. */
export function RoomCount({ group, members, today }: RoomCountProps) {
  const format = useFormat();
  const over = useBoardWords(today).over(group, members);
  const mark = over === undefined ? {} : { title: over, className: classes.over };
  return <span {...mark}>{`${format.count(members)} / ${format.count(group.capacity)}`}</span>;
}
