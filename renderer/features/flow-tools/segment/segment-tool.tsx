import { Button, SegmentedControl, Select } from '@mantine/core';
import { IDENTITIES } from '@shared/domain/members/member.schema';
import { type RunTarget, runTargetSchema } from '@shared/domain/sop/sop.schema';
import { useState } from 'react';
import { Link } from 'wouter';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { useLive } from '@/db/use-live';
import classes from '../flow-tools.module.css';
import { type RosterFacets, rosterFacets, targetCount } from '../roster.queries';
import type { StepToolProps } from '../step-tool-props';
import { chooseTarget } from '../target.commands';
import { segmentMessages } from './segment.messages';

const WAYS = ['identity', 'region', 'tag', 'all'] as const;
type Way = (typeof WAYS)[number];

/** Step 1: who is meant, chosen from the roster, with the count as it is now. */
export function SegmentTool({ run, step }: StepToolProps) {
  const t = useMessages(segmentMessages);
  const facets = useLive(rosterFacets, []);
  if (!facets) return null;
  if (facets.total === 0) {
    return (
      <section className={classes.tool}>
        <h3 className={classes.heading}>{t('segmentTitle')}</h3>
        <p className={classes.quiet}>
          {t('emptyRoster')} <Link href="/import">{t('goImport')}</Link>
        </p>
      </section>
    );
  }
  const isOpen = step.state === 'todo' || step.state === 'doing';
  return (
    <section className={classes.tool}>
      <h3 className={classes.heading}>{t('segmentTitle')}</h3>
      {isOpen && run.status === 'running' && <TargetForm run={run} facets={facets} />}
      {run.target && step.metricCount !== undefined && (
        <ChosenTarget target={run.target} facets={facets} count={step.metricCount} />
      )}
    </section>
  );
}

type TargetFormProps = { run: StepToolProps['run']; facets: RosterFacets };

function TargetForm({ run, facets }: TargetFormProps) {
  const t = useMessages(segmentMessages);
  const format = useFormat();
  const [way, setWay] = useState<Way>(WAYS.find((by) => by === run.target?.by) ?? 'identity');
  const [value, setValue] = useState<string | null>(
    run.target && run.target.by !== 'all' ? run.target.value : null,
  );
  const choices = useChoices(facets, way);
  const target = toTarget(way, value);
  const count = target && targetCount(facets, target);
  const isTaken = JSON.stringify(target) === JSON.stringify(run.target);
  const take = () => {
    if (!target || count === undefined) return;
    execute(chooseTarget, { runId: run.id, target, count }).catch(showProblem);
  };
  const none = way === 'tag' ? t('noTag') : t('noRegion');
  return (
    <>
      <div className={classes.line}>
        <SegmentedControl
          size="sm"
          aria-label={t('segmentBy')}
          data={WAYS.map((by) => ({ value: by, label: t(`by.${by}`) }))}
          value={way}
          onChange={(next) => {
            setWay(WAYS.find((by) => by === next) ?? 'all');
            setValue(null);
          }}
        />
        {way !== 'all' && choices.length > 0 && (
          <Select
            className={classes.grow}
            aria-label={t('choose')}
            placeholder={t('choose')}
            data={choices}
            value={value}
            onChange={setValue}
            searchable={choices.length > 8}
          />
        )}
        {way !== 'all' && choices.length === 0 && <span className={classes.quiet}>{none}</span>}
      </div>
      {way === 'all' && (
        <p className={classes.notice} data-tone="doubt">
          {t('questionAll')}
        </p>
      )}
      {count !== undefined && !isTaken && (
        <div className={classes.line}>
          <span className={classes.number}>{t('matching', { count: format.count(count) })}</span>
          <Button size="compact-sm" variant="light" disabled={count === 0} onClick={take}>
            {t('useCount', { count: format.count(count) })}
          </Button>
        </div>
      )}
    </>
  );
}

type ChosenTargetProps = { target: RunTarget; facets: RosterFacets; count: number };

function ChosenTarget({ target, facets, count }: ChosenTargetProps) {
  const t = useMessages(segmentMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const now = targetCount(facets, target);
  const nameOf = () => {
    if (target.by === 'all') return t('by.all');
    if (target.by === 'identity') return words(`identity.${target.value}`);
    if (target.by === 'region') return target.value;
    return facets.tags.find((tag) => tag.value === target.value)?.label ?? t('by.tag');
  };
  return (
    <p className={classes.quiet}>
      {t('chosen', { what: nameOf(), count: format.count(count) })}
      {now !== count && ` · ${t('changedSince', { count: format.count(now) })}`}
    </p>
  );
}

function useChoices(facets: RosterFacets, way: Way): { value: string; label: string }[] {
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const withCount = (value: string, label: string, count: number) => ({
    value,
    label: `${label} · ${format.count(count)}`,
  });
  if (way === 'identity') {
    return IDENTITIES.map((identity) => {
      const count = targetCount(facets, { by: 'identity', value: identity });
      return withCount(identity, words(`identity.${identity}`), count);
    });
  }
  const choices = way === 'region' ? facets.regions : way === 'tag' ? facets.tags : [];
  return choices.map(({ value, label, count }) => withCount(value, label, count));
}

function toTarget(way: Way, value: string | null): RunTarget | undefined {
  const target = way === 'all' ? { by: way } : { by: way, value };
  return runTargetSchema.safeParse(target).data;
}
