import { KOC_PARTS, type KocPart, type KocSettings } from '@shared/domain/koc/koc-settings.schema';
import { useMessages } from '@/app/i18n/messages';
import { Why } from '@/ui/why';
import { kocMessages } from '../koc.messages';

type ScoreWhyProps = { settings: KocSettings; known: Record<KocPart, boolean> };

/** How a score comes about, with the weights as they stand. */
export function ScoreWhy({ settings, known }: ScoreWhyProps) {
  const t = useMessages(kocMessages);
  const parts = KOC_PARTS.map((part) => {
    const { weight, fullAt } = settings.parts[part];
    const name = t(`part.${part}`);
    return known[part]
      ? t('whyPart', { part: name, weight, fullAt })
      : t('whyPartNone', { part: name });
  });
  return (
    <Why word={t('why')}>
      <p>{t('whyText', { days: settings.days, parts: parts.join(' · ') })}</p>
      <p>{t('whyFollowers')}</p>
      <p>{t('whySource')}</p>
    </Why>
  );
}
