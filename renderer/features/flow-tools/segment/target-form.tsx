import { Button, SegmentedControl, Select } from '@mantine/core';
import { IDENTITIES } from '@shared/domain/members/member.schema';
import { type RunTarget, runTargetSchema, type SopRun } from '@shared/domain/sop/sop.schema';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { type PickedSegment, SegmentPicker } from '@/features/segments';
import classes from '../flow-tools.module.css';
import type { RosterFacets } from '../roster.queries';
import { fixTarget } from './fix-target';
import { NewSegmentDialog } from './new-segment-dialog';
import { segmentMessages } from './segment.messages';
import { TargetPreview } from './target-preview';

const WAYS = ['segment', 'identity', 'region', 'tag', 'all'] as const;
type Way = (typeof WAYS)[number];

type Saved = { segmentId: string; name: string; isChosen: boolean };

type TargetFormProps = { run: SopRun; facets: RosterFacets; onTaken: () => void };

/** The ways to say whom one means, and who that is. */
export function TargetForm({ run, facets, onTaken }: TargetFormProps) {
  const t = useMessages(segmentMessages);
  const [way, setWay] = useState<Way>(() => wayOf(run.target));
  const [target, setTarget] = useState<RunTarget | undefined>(run.target);
  const [isBuilding, setBuilding] = useState(false);
  const choose = (next: Way) => {
    setWay(next);
    setTarget(next === 'all' ? { by: 'all' } : undefined);
  };
  const takeSaved = ({ segmentId: value, name, isChosen }: Saved) => {
    const saved: RunTarget = { by: 'segment', value };
    setTarget(saved);
    if (!isChosen) return;
    fixTarget({ runId: run.id, target: saved, what: name }).then(onTaken, showProblem);
  };
  return (
    <>
      <div className={classes.line}>
        <SegmentedControl
          size="sm"
          aria-label={t('segmentBy')}
          data={WAYS.map((by) => ({ value: by, label: t(`by.${by}`) }))}
          value={way}
          onChange={(next) => choose(WAYS.find((by) => by === next) ?? 'segment')}
        />
        {way === 'segment' ? (
          <>
            <div className={classes.grow}>
              <SegmentPicker
                testId="target-segment"
                value={pickedOf(target)}
                onChange={(picked) => setTarget(picked && targetOf(picked))}
              />
            </div>
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<IconPlus size={14} />}
              data-testid="target-new-segment"
              onClick={() => setBuilding(true)}
            >
              {t('newSegment')}
            </Button>
          </>
        ) : (
          way !== 'all' && (
            <TraitSelect way={way} facets={facets} target={target} onChange={setTarget} />
          )
        )}
      </div>
      {target && <TargetPreview run={run} target={target} onTaken={onTaken} />}
      {isBuilding && (
        <NewSegmentDialog
          title={run.title}
          onClose={() => setBuilding(false)}
          onSaved={takeSaved}
        />
      )}
    </>
  );
}

type TraitSelectProps = {
  way: 'identity' | 'region' | 'tag';
  facets: RosterFacets;
  target: RunTarget | undefined;
  onChange: (target: RunTarget | undefined) => void;
};

/** One value of a trait, with how many have it. */
function TraitSelect({ way, facets, target, onChange }: TraitSelectProps) {
  const t = useMessages(segmentMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const countOf = (value: string) =>
    facets.identities.find((choice) => choice.value === value)?.count ?? 0;
  const identities = IDENTITIES.map((value) => ({
    value: value as string,
    label: words(`identity.${value}`),
    count: countOf(value),
  }));
  const choices = { identity: identities, region: facets.regions, tag: facets.tags }[way];
  if (choices.length === 0) {
    return <span className={classes.quiet}>{t(way === 'tag' ? 'noTag' : 'noRegion')}</span>;
  }
  return (
    <Select
      className={classes.grow}
      aria-label={t('choose')}
      placeholder={t('choose')}
      data={choices.map(({ value, label, count }) => ({
        value,
        label: `${label} · ${format.count(count)}`,
      }))}
      value={target?.by === way ? target.value : null}
      onChange={(value) => onChange(runTargetSchema.safeParse({ by: way, value }).data)}
      searchable={choices.length > 8}
    />
  );
}

function wayOf(target: RunTarget | undefined): Way {
  if (target?.by === 'snapshot') return 'segment';
  return target?.by ?? 'segment';
}

function pickedOf(target: RunTarget | undefined): PickedSegment | undefined {
  if (target?.by === 'segment') return { kind: 'segment', segmentId: target.value };
  if (target?.by === 'snapshot') return { kind: 'snapshot', snapshotId: target.value };
  return undefined;
}

function targetOf(picked: PickedSegment): RunTarget {
  return picked.kind === 'segment'
    ? { by: 'segment', value: picked.segmentId }
    : { by: 'snapshot', value: picked.snapshotId };
}
