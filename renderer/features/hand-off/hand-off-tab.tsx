import { Anchor } from '@mantine/core';
import { useLocation } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import type { PacksPlace } from '@/db/packs/packs-place';
import { OverwrittenList } from '@/features/overwritten';
import { Card } from '@/ui/card';
import { BeginCard } from './begin-card';
import { handOffMessages } from './hand-off.messages';
import classes from './hand-off.module.css';
import { LaptopsCard } from './laptops-card';
import { MakeCard } from './make-card';
import { OwnCard } from './own-card';
import { TakeCard } from './take-card';
import { type OwnKey, useOwnKey, useStanding } from './use-packs';

/** In the settings: laptops that agree by files, without any server. */
export function HandOffTab() {
  const standing = useStanding();
  const ownKey = useOwnKey();
  const t = useMessages(handOffMessages);
  if (!standing || !ownKey) return null;
  if (standing.isJoined) return <Joined />;
  return (
    <div data-testid="hand-off" data-sharing={standing.packs !== undefined}>
      <p className={classes.intro}>{t('intro')}</p>
      {standing.packs ? (
        <Sharing packs={standing.packs} ownKey={ownKey} />
      ) : (
        <div className={classes.columns}>
          <TakeCard packs={undefined} ownKey={ownKey} />
          <BeginCard />
        </div>
      )}
    </div>
  );
}

function Joined() {
  const t = useMessages(handOffMessages);
  const [, navigate] = useLocation();
  return (
    <Card title={t('joinedTitle')}>
      <p className={classes.quiet}>{t('joinedText')}</p>
      <Anchor component="button" size="sm" onClick={() => navigate('/settings/sync')}>
        {t('toSync')}
      </Anchor>
    </Card>
  );
}

function Sharing({ packs, ownKey }: { packs: PacksPlace; ownKey: OwnKey }) {
  const t = useMessages(handOffMessages);
  const nameOf = (id: string) =>
    id === packs.self ? packs.name : (packs.names[id] ?? t('laptopUnknown'));
  return (
    <>
      <div className={classes.columns}>
        <TakeCard packs={packs} ownKey={ownKey} />
        <MakeCard packs={packs} ownKey={ownKey} />
        <LaptopsCard packs={packs} />
        <OwnCard packs={packs} ownKey={ownKey} />
      </div>
      <section className={classes.below}>
        <h2>{t('lostList')}</h2>
        <OverwrittenList nameOf={nameOf} />
      </section>
    </>
  );
}
