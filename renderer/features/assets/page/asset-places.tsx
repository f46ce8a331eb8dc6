import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import type { AssetPlaces as Places } from '@/workers/assets/asset-types';
import { assetsMessages } from '../assets.messages';
import classes from './asset-panel.module.css';

const SHOWN = 8;

/** Where a file is used, in lines. */
export function PlaceList({ places }: { places: Places }) {
  const t = useMessages(assetsMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const { items, groups, characters, experiments, entryCount } = places;
  const others = [
    ...groups.map((name) => t('usedGroup', { name })),
    ...characters.map((name) => t('usedCharacter', { name })),
    ...experiments.map((name) => t('usedExperiment', { name })),
    ...(entryCount > 0 ? [t('usedEntries', { count: entryCount })] : []),
  ];
  return (
    <ul className={classes.places}>
      {items.slice(0, SHOWN).map(({ id, title, date, slot, status }) => (
        <li key={id}>
          <span className={classes.when}>
            {format.dayWithWeekday(date)} {words(`slot.${slot}`)}
          </span>
          <span className={classes.what} title={title}>
            {title}
          </span>
          <span className={classes.quiet}>{words(`contentStatus.${status}`)}</span>
        </li>
      ))}
      {items.length > SHOWN && (
        <li className={classes.quiet}>{t('moreItems', { count: items.length - SHOWN })}</li>
      )}
      {others.map((line) => (
        <li key={line}>
          <span className={classes.what}>{line}</span>
        </li>
      ))}
    </ul>
  );
}

export function AssetPlaces({ places }: { places: Places }) {
  const t = useMessages(assetsMessages);
  const { items, groups, characters, experiments, entryCount } = places;
  const lists = [items, groups, characters, experiments];
  const isUsed = entryCount > 0 || lists.some((list) => list.length > 0);
  return (
    <section data-testid="asset-places">
      <h3 className={classes.heading}>{t('whereUsed')}</h3>
      {isUsed ? <PlaceList places={places} /> : <p className={classes.quiet}>{t('unusedText')}</p>}
    </section>
  );
}
