import type { StepDefinition } from '@shared/domain/sop/sop.schema';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import classes from '../flow-tools.module.css';
import { placementsMessages } from './placements.messages';

type Props = { placements: NonNullable<StepDefinition['placements']> };

/** Where the way in is shown. */
export function StepPlacements({ placements }: Props) {
  const t = useMessages(placementsMessages);
  const say = useBilingual();
  return (
    <section>
      <h3 className={classes.heading}>{t('placements')}</h3>
      <ol className={classes.placements}>
        {placements.map((placement) => (
          <li key={placement.key}>{say(placement.label)}</li>
        ))}
      </ol>
    </section>
  );
}
