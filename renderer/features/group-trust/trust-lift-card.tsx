import { Button } from '@mantine/core';
import type { TrustPart } from '@shared/domain/group-life/life-settings.schema';
import { missingPoints, type TrustLine } from '@shared/domain/group-life/trust-lines.rules';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { groupAddress, useIsOver } from '@/features/group-life';
import { Card } from '@/ui/card';
import { trustMessages } from './trust.messages';
import classes from './trust.module.css';
import { pointsText } from './use-trust-words';

const MOST = 3;

/** Where a part is worked on; the two readings are taken on the page itself. */
function addressOf(part: TrustPart, groupId: string): string | undefined {
  switch (part) {
    case 'adherence':
      return '/calendar/send';
    case 'cadence':
      return '/calendar';
    case 'openRate':
    case 'engagement':
      return '/calendar/results';
    case 'answerTime':
    case 'answered':
      return '/groups/replies';
    case 'participation':
    case 'ugcShare':
      return groupAddress(groupId, 'activity');
    case 'kocActivity':
    case 'friendActions':
      return '/groups/kocs';
    case 'known':
    case 'newFriends':
      return undefined;
  }
}

type TrustLiftCardProps = {
  groupId: string;
  lines: readonly TrustLine[];
  onRead: (kind: 'known' | 'newFriends') => void;
};

/** The parts furthest from full points, and those of which nobody knows anything yet. */
export function TrustLiftCard({ groupId, lines, onRead }: TrustLiftCardProps) {
  const t = useMessages(trustMessages);
  const isOver = useIsOver(groupId);
  const missing = missingPoints(lines).slice(0, MOST);
  const unknown = lines.filter(
    ({ pointsTenths, weight }) => pointsTenths === undefined && weight > 0,
  );
  const go = (part: TrustPart) => {
    if (isOver) return null;
    const href = addressOf(part, groupId);
    const read = part === 'known' || part === 'newFriends' ? () => onRead(part) : undefined;
    return href === undefined ? (
      <Button size="compact-sm" variant="subtle" onClick={read}>
        {t(`go.${part}`)}
      </Button>
    ) : (
      <Button size="compact-sm" variant="subtle" component={Link} href={href}>
        {t(`go.${part}`)}
      </Button>
    );
  };
  return (
    <Card title={t('liftTitle')}>
      <p className={classes.quiet}>{missing.length > 0 ? t('liftLead') : t('liftNone')}</p>
      <ul className={classes.lifts}>
        {missing.map(({ part, missingTenths }) => (
          <li key={part} data-testid="trust-lift" data-part={part}>
            <span>{t(`part.${part}`)}</span>
            <b>{t('liftPoints', { points: pointsText(missingTenths) })}</b>
            {go(part)}
          </li>
        ))}
        {unknown.map(({ part }) => (
          <li key={part} data-testid="trust-unknown" data-part={part} data-unknown>
            <span>{t(`part.${part}`)}</span>
            <span className={classes.quiet}>{t('liftUnknown')}</span>
            {go(part)}
          </li>
        ))}
      </ul>
    </Card>
  );
}
