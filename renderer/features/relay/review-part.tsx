import { Button, Group } from '@mantine/core';
import type { planRelay } from '@shared/domain/relay/relay-plan.rules';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { Chip } from '@/ui/chip';
import { ChoicesBar } from './choices-bar';
import { PriceList } from './price-list';
import { relayMessages } from './relay.messages';
import classes from './relay.module.css';
import { RelayTable } from './relay-table';
import type { RelayState, RelayWork } from './use-relay';

type ReviewPartProps = { state: RelayState; work: RelayWork; plan: ReturnType<typeof planRelay> };

const OUTCOMES = ['create', 'update', 'unchanged', 'confirm', 'rejected'] as const;
const TONES = {
  create: 'green',
  update: 'teal',
  unchanged: 'plain',
  confirm: 'yellow',
  rejected: 'plain',
} as const;

/** The list as a table to mend, what it becomes, and what writing it will do. */
export function ReviewPart({ state, work, plan }: ReviewPartProps) {
  const t = useMessages(relayMessages);
  const format = useFormat();
  const { counts } = plan.writes;
  const writing = counts.create + counts.update;
  const open = work.drafts.filter(({ row }) => row.place.kind === 'open').length;
  return (
    <div className={classes.review}>
      <ChoicesBar state={state} work={work} />
      {work.target === 'orders' && <PriceList state={state} work={work} />}
      {work.sameAt !== undefined && (
        <p className={classes.hint}>{t('sameAt', { when: format.relativeTime(work.sameAt) })}</p>
      )}
      {open > 0 && (
        <div className={classes.confirm}>
          <b>{t('confirmCount', { n: open })}</b>
          <Button size="compact-sm" variant="default" onClick={() => state.settleOpen('first')}>
            {t('confirmAllSame')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => state.settleOpen('new')}>
            {t('confirmAllNew')}
          </Button>
        </div>
      )}
      <RelayTable state={state} work={work} outcomes={plan.outcomes} />
      {work.relay.leftover.length > 0 && (
        <p className={classes.hint}>
          {t('leftover')}
          {work.relay.leftover.join(' / ')}
        </p>
      )}
      <footer className={classes.foot}>
        <div className={classes.counts}>
          {OUTCOMES.filter((outcome) => counts[outcome] > 0).map((outcome) => (
            <Chip key={outcome} tone={TONES[outcome]}>
              <span data-testid={`relay-count-${outcome}`} data-count={counts[outcome]}>
                {t(`outcome.${outcome}`)} {format.count(counts[outcome])}
              </span>
            </Chip>
          ))}
          {counts.newMembers > 0 && <span>{t('newMembers', { n: counts.newMembers })}</span>}
        </div>
        <Group gap={8}>
          <Button variant="default" disabled={state.isBusy} onClick={state.back}>
            {t('back')}
          </Button>
          <Button
            data-testid="relay-commit"
            disabled={writing === 0 || work.title.trim() === ''}
            loading={state.isBusy}
            onClick={() => void state.commit()}
          >
            {writing === 0 ? t('commitNothing') : t('commit', { n: format.count(writing) })}
          </Button>
        </Group>
      </footer>
    </div>
  );
}
