import { ActionIcon, Button, Table } from '@mantine/core';
import type { Experiment } from '@shared/domain/experiments/experiment.schema';
import { IconCopy, IconFlask, IconTrash } from '@tabler/icons-react';
import { Link, useLocation } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useNow } from '@/app/use-today';
import { execute } from '@/db/client';
import { useLive } from '@/db/use-live';
import { EmptyState } from '@/ui/empty-state';
import { Page } from '@/ui/page';
import { CellsCard } from '../cells-card';
import { duplicateExperiment, removeExperiment } from '../experiments.commands';
import { experimentsMessages } from '../experiments.messages';
import classes from '../experiments.module.css';
import { readExperiments, readSeen } from '../experiments.queries';
import { LearnCard } from '../learn-card';
import { StateChip } from '../state-chip';
import { useTimeLeft } from '../use-time-left';
import { freshSeed, say } from '../words';

/** The register: every experiment with what it compares, how far it is and what came of it. */
export function ExperimentList() {
  const t = useMessages(experimentsMessages);
  const format = useFormat();
  const experiments = useLive(readExperiments, []);
  const seen = useLive(readSeen, []);
  const addButton = (
    <Button component={Link} href="/calendar/experiments/new" data-testid="experiment-new">
      {t('add')}
    </Button>
  );
  const running = experiments?.filter(({ state }) => state === 'running').length ?? 0;
  return (
    <Page
      testId="page-calendar-experiments"
      ready={experiments !== undefined && seen !== undefined}
      title={t('title')}
      subtitle={
        experiments && experiments.length > 0
          ? t('listState', { all: format.count(experiments.length), running })
          : t('emptyState')
      }
      actions={experiments && experiments.length > 0 ? addButton : undefined}
    >
      {experiments && seen && (
        <div className={classes.stack}>
          {experiments.length === 0 ? (
            <EmptyState
              icon={IconFlask}
              title={t('emptyTitle')}
              text={t('emptyText')}
              action={addButton}
            />
          ) : (
            <div className={classes.list}>
              <Table highlightOnHover verticalSpacing={8}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('col.name')}</Table.Th>
                    <Table.Th>{t('col.what')}</Table.Th>
                    <Table.Th className={classes.number}>{t('col.people')}</Table.Th>
                    <Table.Th>{t('col.state')}</Table.Th>
                    <Table.Th>{t('col.end')}</Table.Th>
                    <Table.Th />
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {experiments.map((experiment) => (
                    <Line
                      key={experiment.id}
                      experiment={experiment}
                      seen={seen.get(experiment.id) ?? 0}
                    />
                  ))}
                </Table.Tbody>
              </Table>
            </div>
          )}
          <LearnCard />
          <CellsCard />
        </div>
      )}
    </Page>
  );
}

function Line({ experiment, seen }: { experiment: Experiment; seen: number }) {
  const t = useMessages(experimentsMessages);
  const format = useFormat();
  const [, go] = useLocation();
  const nowMs = useNow();
  const timeLeft = useTimeLeft();
  const { id, name, factor, arms, unit, state, endsAt, minPeople } = experiment;
  const copy = () =>
    say(async () => {
      const called = [...t('copyName', { name })].slice(0, 100).join('');
      const made = await execute(duplicateExperiment, { id, name: called, seed: freshSeed() });
      go(`/calendar/experiments/${made.id}`);
      return t('duplicated', { name: called });
    });
  const remove = () =>
    say(async () => {
      await execute(removeExperiment, { id, name });
      return t('removed', { name });
    });
  return (
    <Table.Tr data-testid="experiment-row" data-state={state}>
      <Table.Td>
        <Link href={`/calendar/experiments/${id}`} className={classes.name}>
          {name}
        </Link>
      </Table.Td>
      <Table.Td>
        {t('whatLine', {
          factor: t(`factor.${factor}`),
          n: arms.length,
          unit: t(`unit.${unit}`),
        })}
      </Table.Td>
      <Table.Td className={classes.number}>
        {t('peopleOf', { seen: format.count(seen), wanted: format.count(minPeople) })}
      </Table.Td>
      <Table.Td>
        <StateChip experiment={experiment} nowMs={nowMs} />
      </Table.Td>
      <Table.Td>
        {state === 'running' && endsAt !== undefined ? timeLeft(endsAt - nowMs) : '—'}
      </Table.Td>
      <Table.Td className={classes.number}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`${t('duplicate')} ${name}`}
          onClick={() => void copy()}
        >
          <IconCopy size={17} stroke={1.75} />
        </ActionIcon>
        {state === 'draft' && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`${t('remove')} ${name}`}
            onClick={() => void remove()}
          >
            <IconTrash size={17} stroke={1.75} />
          </ActionIcon>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
