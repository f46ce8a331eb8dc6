import type { PersonaSettings } from '@shared/domain/insights/persona/persona-settings.schema';
import { useMessages } from '@/app/i18n/messages';
import { dataWorker } from '@/db/client';
import { useBilingual } from '../figures/use-bilingual';
import { useFigures } from '../figures/use-figures';
import { useTrial } from '../settings/use-trial';
import { personaMessages } from './persona.messages';
import classes from './persona-page.module.css';
import { useBandNames } from './use-band-names';

const tryOut = (settings: PersonaSettings) => dataWorker().insights.tryPersona(settings);
const NOTHING = { frequency: [], orderValue: [], category: [] };

/** How many people each band and kind would hold by the draft. */
export function PersonaEffect({ settings }: { settings: PersonaSettings }) {
  const t = useMessages(personaMessages);
  const pick = useBilingual();
  const { format } = useFigures();
  const answer = useTrial(settings, tryOut);
  const names = useBandNames(answer?.bands ?? NOTHING);
  if (!answer) return <p className={classes.effect}>{t('effectWaiting')}</p>;
  const sums = (axis: 'frequency' | 'orderValue') =>
    [...names[axis]]
      .map(([key, name]) => {
        const n = answer.cells.reduce((sum, cell) => sum + (cell[axis] === key ? cell.n : 0), 0);
        return t('effectOf', { name, n: format.count(n) });
      })
      .join(' · ');
  return (
    <p className={classes.effect} role="status" data-testid="persona-effect">
      {t('effect')}
      {t('effectPlaced', { n: format.count(answer.placed) })}
      <br />
      {t('effectBands', { frequency: sums('frequency'), orderValue: sums('orderValue') })}
      <br />
      {[
        ...answer.named.map((it) => t('effectOf', { name: pick(it.name), n: format.count(it.n) })),
        t('effectOf', { name: t('none'), n: format.count(answer.inNoPersona) }),
      ].join(' · ')}
    </p>
  );
}
