import { Button } from '@mantine/core';
import {
  type ExperimentPlan,
  type PlanRemark,
  USUAL_BASELINE,
  USUAL_CORRELATION,
} from '@shared/domain/experiments/experiment-plan.rules';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { Card } from '@/ui/card';
import { DataTable } from '@/ui/charts/data-table';
import { Why } from '@/ui/why';
import type { Draft } from '../experiment-draft';
import { experimentsMessages } from '../experiments.messages';
import classes from '../experiments.module.css';
import { decimal, points } from '../words';
import { draftMessages } from './draft.messages';

type PlannerCardProps = {
  draft: Draft;
  plan: ExperimentPlan;
  /** The same people, drawn one by one. */
  oneByOne: ExperimentPlan;
  change: (patch: Partial<Draft>) => void;
};

/** Live, beside the form: what these groups can show, and what stands in the way. */
export function PlannerCard({ draft, plan, oneByOne, change }: PlannerCardProps) {
  const t = useMessages(draftMessages);
  const words = useMessages(experimentsMessages);
  return (
    <Card title={t('plan')} actions={<Why word={words('why')}>{t('planWhy')}</Why>}>
      <div className={classes.stack} data-testid="experiment-plan">
        {plan.people === 0 ? (
          <p className={classes.quiet}>{t('planNone')}</p>
        ) : (
          <>
            <PlanSentences draft={draft} plan={plan} oneByOne={oneByOne} />
            {plan.remarks.map((remark) => (
              <Remark key={remark.kind} remark={remark} plan={plan} draft={draft} change={change} />
            ))}
            {plan.rounds.length > 0 && <Rounds plan={plan} unit={draft.unit} />}
          </>
        )}
      </div>
    </Card>
  );
}

function PlanSentences({ draft, plan, oneByOne }: Omit<PlannerCardProps, 'change'>) {
  const t = useMessages(draftMessages);
  const format = useFormat();
  const { baseline = USUAL_BASELINE, clusterCorrelation = USUAL_CORRELATION, power } = draft;
  const { visible, needed } = plan;
  const shared = { people: format.count(plan.people), perArm: format.count(plan.perArm) };
  return (
    <>
      <p className={classes.say}>
        {draft.unit === 'group'
          ? t('planGroups', { groups: format.count(plan.groups), ...shared })
          : t('planPeople', shared)}
      </p>
      {visible.kind === 'none' ? (
        <p className={classes.strong}>{t('planBlind')}</p>
      ) : (
        <p className={classes.strong} data-testid="experiment-visible" data-rise={visible.rise}>
          {t('planSeen', {
            points: `${visible.fall === undefined ? '+' : '±'}${points(visible.rise)}`,
            from: format.percent(baseline),
            to: format.percent(Math.min(1, baseline + visible.rise)),
            power: `${Math.round(power * 100)}%`,
          })}
        </p>
      )}
      {visible.kind === 'visible' && visible.fall === undefined && (
        <p className={classes.quiet}>{t('planRiseOnly', { from: format.percent(baseline) })}</p>
      )}
      {draft.unit === 'group' &&
        visible.kind === 'visible' &&
        oneByOne.visible.kind === 'visible' && (
          <p className={classes.quiet}>
            {t('planAlike', {
              icc: decimal(clusterCorrelation, 3),
              effect: decimal(visible.designEffect),
              points: points(oneByOne.visible.rise),
            })}
          </p>
        )}
      {needed && draft.smallestEffect !== undefined && (
        <p className={classes.say}>
          {needed.groupsPerArm === undefined
            ? t('planNeededPeople', {
                points: points(draft.smallestEffect),
                people: format.count(needed.peoplePerArm),
              })
            : t('planNeeded', {
                points: points(draft.smallestEffect),
                groups: format.count(needed.groupsPerArm),
                people: format.count(needed.peoplePerArm),
              })}
        </p>
      )}
    </>
  );
}

type RemarkProps = {
  remark: PlanRemark;
  plan: ExperimentPlan;
  draft: Draft;
  change: (patch: Partial<Draft>) => void;
};

function Remark({ remark, plan, draft, change }: RemarkProps) {
  const t = useMessages(draftMessages);
  const format = useFormat();
  const halving = draft.design === 'parallel' && plan.arms > 2 && (
    <Button size="compact-xs" variant="light" onClick={() => change({ design: 'halving' })}>
      {t('switchToHalving')}
    </Button>
  );
  const said = (() => {
    switch (remark.kind) {
      case 'oneGroup':
        return { text: t('remark.oneGroup'), action: undefined };
      case 'moreArmsThanUnits':
        return { text: t('remark.moreArms'), action: undefined };
      case 'tooFewGroups': {
        const { groups, arms, least } = remark;
        return { text: t('remark.tooFewGroups', { groups, arms, least }), action: halving };
      }
      case 'belowMinPeople': {
        const half = Math.max(1, Math.floor(remark.people / 2));
        return {
          text: t('remark.belowMinPeople', {
            people: format.count(remark.people),
            wanted: format.count(remark.wanted),
          }),
          action: (
            <Button
              size="compact-xs"
              variant="light"
              data-testid="experiment-lower-min"
              onClick={() => change({ minPeople: half })}
            >
              {t('lowerMinPeople', { n: format.count(half) })}
            </Button>
          ),
        };
      }
      case 'fewPerArm':
        return {
          text: t('remark.fewPerArm', { perArm: format.count(remark.perArm) }),
          action: halving,
        };
    }
  })();
  return (
    <div className={classes.notice} role="note" data-testid={`experiment-remark-${remark.kind}`}>
      <span>{said.text}</span>
      {said.action}
    </div>
  );
}

function Rounds({ plan, unit }: { plan: ExperimentPlan; unit: Draft['unit'] }) {
  const t = useMessages(draftMessages);
  const format = useFormat();
  const isByGroup = unit === 'group';
  return (
    <div>
      <p className={classes.say}>
        <b>{t('rounds')}</b>
      </p>
      <p className={classes.quiet}>{t('roundsLead')}</p>
      <DataTable
        label={t('rounds')}
        columns={[
          { key: 'round', label: t('col.round') },
          { key: 'arms', label: t('col.arms'), isNumber: true },
          ...(isByGroup ? [{ key: 'units', label: t('col.unitsPerArm'), isNumber: true }] : []),
          { key: 'people', label: t('col.peoplePerArm'), isNumber: true },
        ]}
        rows={plan.rounds.map(({ round, arms, unitsPerArm, peoplePerArm }) => ({
          key: String(round),
          cells: [
            String(round),
            format.count(arms),
            ...(isByGroup ? [format.count(unitsPerArm)] : []),
            format.count(peoplePerArm),
          ],
        }))}
      />
    </div>
  );
}
