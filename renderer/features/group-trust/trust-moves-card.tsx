import type { TrustIndex } from '@shared/domain/group-life/trust.rules';
import { trustChange } from '@shared/domain/group-life/trust-change.rules';
import { indexTenths } from '@shared/domain/group-life/trust-lines.rules';
import type { CSSProperties } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { Card } from '@/ui/card';
import { Why } from '@/ui/why';
import { trustMessages } from './trust.messages';
import classes from './trust.module.css';
import { pointsText, useTrustWords } from './use-trust-words';

type TrustMovesCardProps = {
  before: TrustIndex | undefined;
  after: TrustIndex;
  /** Days of the later week that have begun. */
  days: number;
};

/** What moved the index since the week before, part by part; the rows add up to the change. */
export function TrustMovesCard({ before, after, days }: TrustMovesCardProps) {
  const t = useMessages(trustMessages);
  const say = useTrustWords();
  const change = before && trustChange(before, after);
  const moves = change?.moves.filter((it) => it.byValueTenths !== 0 || it.byDataTenths !== 0) ?? [];
  const widest = Math.max(1, ...moves.map((it) => Math.abs(it.byValueTenths + it.byDataTenths)));
  return (
    <Card title={t('movesTitle')} actions={<Why word={t('why')}>{t('movesWhy')}</Why>}>
      {change === undefined ? (
        <p className={classes.quiet}>{t('movesNone')}</p>
      ) : (
        <>
          <p className={classes.lead} data-testid="trust-change" data-tenths={change.changeTenths}>
            {change.changeTenths === 0
              ? t('movesSame')
              : t('movesLead', {
                  before: pointsText((before && indexTenths(before)) ?? 0),
                  after: pointsText(indexTenths(after) ?? 0),
                  change: say.signed(change.changeTenths),
                })}
          </p>
          {days < 7 && <p className={classes.quiet}>{t('movesRunning', { days })}</p>}
          {moves.length === 0 && change.changeTenths !== 0 && (
            <p className={classes.quiet}>{t('movesSmall')}</p>
          )}
          <ul className={classes.moves}>
            {moves.map(({ part, byValueTenths, byDataTenths }) => {
              const tenths = byValueTenths + byDataTenths;
              const words = [
                byValueTenths !== 0 && t('byValue', { points: say.signed(byValueTenths) }),
                byDataTenths !== 0 && t('byData', { points: say.signed(byDataTenths) }),
              ].filter(Boolean);
              return (
                <li key={part} data-testid="trust-move" data-part={part} data-tenths={tenths}>
                  <span>{t(`part.${part}`)}</span>
                  <span
                    className={classes.moveBar}
                    data-down={tenths < 0}
                    style={{ '--share': Math.abs(tenths) / widest } as CSSProperties}
                  >
                    <i />
                  </span>
                  <b>{say.signed(tenths)}</b>
                  <small>{words.join(' · ')}</small>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </Card>
  );
}
