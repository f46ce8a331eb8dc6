import type { Placement } from '@shared/domain/calendar/plan-place.rules';
import { useMessages } from '@/app/i18n/messages';
import { useLanguageKey } from '@/app/i18n/use-language-key';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { Chip } from '@/ui/chip';
import { placeMessages } from './place.messages';
import classes from './place.module.css';

type PlaceListProps<Source> = {
  all: readonly Placement<Source>[];
  /** Those that are made. */
  chosen: readonly Placement<Source>[];
  titleOf: (source: Source) => string;
  /** Pieces without a place in the month. */
  homeless?: number;
};

/** What goes where before it is made: what is there already, what falls on a day off. */
export function PlaceList<Source>(props: PlaceListProps<Source>) {
  const { all, chosen, titleOf, homeless = 0 } = props;
  const t = useMessages(placeMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const key = useLanguageKey();
  const made = new Set(chosen);
  const there = all.filter((placement) => placement.there > 0).length;
  const off = all.filter((placement) => placement.off).length;
  const parts = [
    t('sum', { count: chosen.length, n: chosen.length }),
    ...(there > 0 ? [t('sumThere', { count: there, n: there })] : []),
    ...(off > 0 ? [t('sumOff', { count: off, n: off })] : []),
    ...(homeless > 0 ? [t('sumHomeless', { count: homeless, n: homeless })] : []),
  ];
  if (all.length === 0 && homeless === 0) return <p className={classes.quiet}>{t('empty')}</p>;
  return (
    <>
      <p className={classes.sum} data-testid="place-sum" aria-live="polite">
        {parts.join(t('comma'))}
      </p>
      <ul className={classes.list}>
        {all.map((placement, index) => {
          const { cell, source, there: held, off: holiday } = placement;
          const isLeft = !made.has(placement);
          return (
            <li
              key={`${cell.date}-${cell.slot}-${index}`}
              className={classes.row}
              data-left={isLeft}
            >
              <span className={classes.day}>{format.dayWithWeekday(cell.date)}</span>
              <span className={classes.slot}>{words(`slot.${cell.slot}`)}</span>
              <span className={classes.title}>{titleOf(source)}</span>
              <span className={classes.marks}>
                {holiday && <Chip tone="yellow">{t('off', { name: holiday[key] })}</Chip>}
                {held > 0 && <Chip>{t('there', { count: held, n: held })}</Chip>}
                {isLeft && <Chip>{t('left')}</Chip>}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
