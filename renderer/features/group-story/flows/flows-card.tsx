import { Button, Select } from '@mantine/core';
import { LIVING_PHASES } from '@shared/domain/group-life/phase.rules';
import type { Group } from '@shared/domain/groups/group.schema';
import { useState } from 'react';
import { showDone } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { execute } from '@/db/client';
import { useLifeSettings } from '@/features/group-life';
import { Card } from '@/ui/card';
import { startFlowsOfGroup } from '../group-story.commands';
import { groupStoryMessages } from '../group-story.messages';
import type { GroupRun } from '../group-story.queries';
import { useAct } from '../use-act';
import { useFlows } from '../use-group-story';
import { useTitleLanguage } from '../use-title-language';
import { FlowLine } from './flow-line';
import classes from './flows.module.css';
import { FlowsSettings } from './flows-settings';

type FlowsCardProps = { group: Group; runs: readonly GroupRun[] };

/** What runs for the group, what its phase still asks for, and what was run before. */
export function FlowsCard({ group, runs }: FlowsCardProps) {
  const t = useMessages(groupStoryMessages);
  const [isSetting, setSetting] = useState(false);
  const running = runs.filter(({ run }) => run.status === 'running');
  const past = runs.filter(({ run }) => run.status !== 'running');
  const isGone = group.phase === 'dissolved';
  return (
    <Card
      title={t('flows')}
      actions={
        !isGone && (
          <Button
            variant="subtle"
            size="compact-sm"
            data-testid="group-flows-settings"
            onClick={() => setSetting(true)}
          >
            {t('settings')}
          </Button>
        )
      }
    >
      <ul className={classes.list}>
        {running.map((it) => (
          <FlowLine key={it.run.id} {...it} />
        ))}
      </ul>
      {isGone ? (
        <p className={classes.quiet}>
          {runs.length === 0 ? t('flowsEmptyGone') : t('flowsDissolved')}
        </p>
      ) : (
        <Offered group={group} runs={runs} hasRunning={running.length > 0} />
      )}
      {past.length > 0 && (
        <details className={classes.past}>
          <summary>{t('flowPast', { count: past.length })}</summary>
          <ul className={classes.list}>
            {past.map((it) => (
              <FlowLine key={it.run.id} {...it} />
            ))}
          </ul>
        </details>
      )}
      {isSetting && <FlowsSettings onClose={() => setSetting(false)} />}
    </Card>
  );
}

function Offered({ group, runs, hasRunning }: FlowsCardProps & { hasRunning: boolean }) {
  const t = useMessages(groupStoryMessages);
  const say = useBilingual();
  const language = useTitleLanguage();
  const flows = useFlows();
  const settings = useLifeSettings();
  const { act, isBusy } = useAct();
  if (!flows || !settings) return null;
  const phase = LIVING_PHASES.find((it) => it === group.phase);
  const since = group.phaseSince ?? group.openedAt;
  const wanted = phase ? settings.flows[phase] : [];
  const isRunning = (key: string) =>
    runs.some(({ run }) => run.templateKey === key && run.status === 'running');
  const wasRun = (key: string) =>
    runs.some(({ run }) => run.templateKey === key && run.startedAt >= since);
  const missing = flows.filter(
    ({ key }) => wanted.includes(key) && !isRunning(key) && !wasRun(key),
  );
  const others = flows.filter((flow) => !missing.includes(flow) && !isRunning(flow.key));
  const start = (key: string) =>
    act(async () => {
      await execute(startFlowsOfGroup, { groupId: group.id, flows: [key], language });
      showDone(t('flowStarted', { name: group.name }), { undo: true });
    });
  return (
    <>
      {missing.length > 0 && <p className={classes.quiet}>{t('flowWanted')}</p>}
      <ul className={classes.list}>
        {missing.map(({ key, name }) => (
          <li key={key} className={classes.wanted}>
            <span>{say(name)}</span>
            <Button
              size="compact-xs"
              variant="light"
              disabled={isBusy}
              data-testid="flow-start"
              data-template={key}
              onClick={() => void start(key)}
            >
              {t('flowStart')}
            </Button>
          </li>
        ))}
      </ul>
      {wanted.length === 0 && !hasRunning && <p className={classes.quiet}>{t('flowsEmpty')}</p>}
      <Select
        size="xs"
        mt={8}
        searchable
        aria-label={t('flowOther')}
        placeholder={t('flowOther')}
        nothingFoundMessage={t('flowPick')}
        data-testid="flow-other"
        disabled={isBusy}
        data={others.map(({ key, name }) => ({ value: key, label: say(name) }))}
        value={null}
        onChange={(key) => key !== null && void start(key)}
      />
    </>
  );
}
