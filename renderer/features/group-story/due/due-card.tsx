import type { DueThing } from '@shared/domain/group-life/health.rules';
import type { Standing } from '@shared/domain/group-life/standing.rules';
import type { Group } from '@shared/domain/groups/group.schema';
import { nextOpenStep } from '@shared/domain/sop/sop-run.rules';
import { addDays, dayOf } from '@shared/lib/time';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { useFormat } from '@/app/use-format';
import { useToday, useZone } from '@/app/use-today';
import { type GroupSection, groupAddress } from '@/features/group-life';
import { Card } from '@/ui/card';
import { groupStoryMessages } from '../group-story.messages';
import type { GroupRun } from '../group-story.queries';
import { PHASE_ID } from '../phase-id';
import classes from './due.module.css';

/** Where each thing is done. */
const PLACES = {
  earlyEnds: 'overview',
  memberList: 'lists',
  qrCode: 'people',
  knownReading: 'trust',
  inputs: 'worth',
  transferEnds: 'transfer',
  askAgain: 'worth',
} as const satisfies Record<DueThing['what'], GroupSection>;

/** What lies further ahead is not said yet. */
const AHEAD_DAYS = 14;

type DueLine = { key: string; day: string; isFirst: boolean; text: string; href: string };
type DueCardProps = { group: Group; standing: Standing; runs: readonly GroupRun[] };

/** What is due for the group, soonest first, each with the way to where it is done. */
export function DueCard({ group, standing, runs }: DueCardProps) {
  const t = useMessages(groupStoryMessages);
  const say = useBilingual();
  const zone = useZone();
  const today = useToday();
  const format = useFormat();
  const { due, quiet, quietSince } = standing;
  const isAsleep = quiet.state === 'asleep' && group.phase !== 'dissolved';
  const things = due.map(
    ({ what, day, isFirst }): DueLine => ({
      key: what,
      day,
      isFirst: isFirst === true,
      text: t(`due_${what}`),
      href: groupAddress(group.id, PLACES[what]),
    }),
  );
  const steps = runs.flatMap(({ run, steps: all }): DueLine[] => {
    const next = run.status === 'running' ? nextOpenStep(all) : undefined;
    const day = next && next.dueWaitsFor === undefined ? dayOf(next.dueAt, zone) : undefined;
    if (!next || day === undefined || day > addDays(today, AHEAD_DAYS)) return [];
    const name = run.title.replace(` · ${group.name}`, '');
    const text = t('due_step', { run: name, step: say(next.definition.title) });
    return [{ key: run.id, day, isFirst: false, text, href: `/sop/${run.id}/${next.position}` }];
  });
  const lines = [...things, ...steps].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  return (
    <Card title={t('due')}>
      {lines.length === 0 && !isAsleep && (
        <p className={classes.quiet}>{t(group.phase === 'dissolved' ? 'dueGone' : 'dueEmpty')}</p>
      )}
      <ul className={classes.list}>
        {isAsleep && (
          <li>
            <Link
              href={groupAddress(group.id, 'activity')}
              className={classes.line}
              data-testid="group-asleep"
            >
              <span>{t('asleep')}</span>
              {quietSince && (
                <span className={classes.when} data-tone="overdue">
                  {t('asleepSince', { day: format.day(quietSince.day) })}
                </span>
              )}
            </Link>
          </li>
        )}
        {lines.map((line) => (
          <li key={line.key}>
            <Link
              href={line.href}
              className={classes.line}
              data-testid="group-due"
              data-what={line.key}
              data-overdue={line.day < today}
              onClick={() => line.key === 'earlyEnds' && goToPhase()}
            >
              <span>{line.text}</span>
              <When line={line} />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** On this very page: the address stays, so the view has to go there. */
function goToPhase(): void {
  const phase = document.getElementById(PHASE_ID);
  phase?.scrollIntoView({ block: 'center' });
  phase?.focus();
}

function When({ line }: { line: DueLine }) {
  const t = useMessages(groupStoryMessages);
  const format = useFormat();
  const today = useToday();
  if (line.isFirst) return <span className={classes.when}>{t('dueFirst')}</span>;
  const isOverdue = line.day < today;
  const word = isOverdue ? t('dueOverdue') : line.day === today ? t('dueToday') : undefined;
  return (
    <span className={classes.when} data-tone={isOverdue ? 'overdue' : word && 'today'}>
      {[format.day(line.day), word].filter(Boolean).join(' · ')}
    </span>
  );
}
