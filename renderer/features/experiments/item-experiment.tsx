import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { itemMessages } from './item.messages';
import classes from './item-experiment.module.css';

async function readArm(item: ContentItem) {
  if (item.experimentId === undefined) return null;
  const experiment = await readDb.rows('experiments').get(item.experimentId);
  if (!experiment) return null;
  const units = await readDb.rows('experimentUnits').by('experimentId', experiment.id);
  const drawn = units.filter(({ itemId }) => itemId === item.id).flatMap((it) => it.groupId ?? []);
  const isAsDrawn =
    experiment.unit === 'person' ||
    (drawn.length === item.groupIds.length && drawn.every((id) => item.groupIds.includes(id)));
  return { experiment, isAsDrawn };
}

/** Section of an item that shows an arm: which experiment drew its groups, and whether they still are those. */
export function ItemExperiment({ item }: { item: ContentItem }) {
  const t = useMessages(itemMessages);
  const found = useLive(() => readArm(item), [item]);
  if (!found) return null;
  const { experiment, isAsDrawn } = found;
  return (
    <>
      <p className={classes.line} data-testid="item-experiment">
        <Link href={`/calendar/experiments/${experiment.id}`}>
          {t('line', { name: experiment.name, arm: item.armKey ?? '' })}
        </Link>
      </p>
      <p className={isAsDrawn ? classes.quiet : classes.warn} role={isAsDrawn ? undefined : 'note'}>
        {t(isAsDrawn ? (experiment.unit === 'person' ? 'people' : 'drawn') : 'changed')}
      </p>
    </>
  );
}
