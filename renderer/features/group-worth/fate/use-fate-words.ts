import type { Fate, FateChange, FateReason } from '@shared/domain/group-life/fate.rules';
import { assertNever } from '@shared/lib/errors';
import { useMemo } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { type GroupWorth, ratioText } from '../use-worth';
import { worthMessages } from '../worth.messages';
import { fateMessages } from './fate.messages';

/** Reasons and changes as sentences; the same sentences are kept with a decision. */
export function useFateWords({ worth, settings }: GroupWorth) {
  const t = useMessages(fateMessages);
  const words = useMessages(worthMessages);
  const format = useFormat();
  return useMemo(() => {
    const { economy } = worth;
    const fateText = (fate: Fate) => t(`fate.${fate}`);
    const gapText = () => {
      const gaps = economy.gaps.filter(({ gap }) => gap !== 'noMarginRate');
      if (gaps.length === 0) return words('gapShort.noneIn');
      return gaps
        .map((it) => words(`gapShort.${it.gap}`, { hours: 'hours' in it ? it.hours : 0 }))
        .join(words('gapJoin'));
    };
    const reason = (it: FateReason): string => {
      switch (it.why) {
        case 'earns':
        case 'loses':
          return t(`why.${it.why}`, { roi: ratioText(it.roi), threshold: it.threshold });
        case 'roiUnknown':
          return t('why.roiUnknown', { gaps: gapText() });
        case 'lively':
        case 'halfAlive':
        case 'lifeless':
          return t(`why.${it.why}`, {
            activity: it.activity.toFixed(1),
            threshold: it.threshold,
            keep: settings.economy.keepActivity,
          });
        case 'stillActive':
        case 'fewActive':
          return t(`why.${it.why}`, { people: it.people, threshold: it.threshold });
        case 'activityUnknown':
        case 'earlyPhase':
          return t(`why.${it.why}`);
        default:
          return assertNever(it, 'fate reason');
      }
    };
    const change = (it: FateChange): string => {
      const fate = fateText(it.leadsTo);
      if ('below' in it) return t('change.below', { below: it.below, fate });
      if (it.by === 'activity' || it.by === 'activePeople') {
        return t(`change.${it.by}`, { to: it.to, fate });
      }
      if ('lessFen' in it) return t('change.less', { gmv: format.money(it.lessFen), fate });
      const gmv = format.money(it.moreFen);
      if (economy.marginRate === undefined) return t('change.more', { gmv, fate });
      const margin = format.money(Math.ceil(it.moreFen * economy.marginRate));
      return t('change.moreMargin', { gmv, margin, fate });
    };
    return { fateText, reason, change };
  }, [t, words, format, worth, settings]);
}
