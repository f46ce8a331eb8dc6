import { Button, Modal, MultiSelect, Group as Row, SegmentedControl } from '@mantine/core';
import type { GroupLifeSettings } from '@shared/domain/group-life/life-settings.schema';
import { LIVING_PHASES } from '@shared/domain/group-life/phase.rules';
import { useState } from 'react';
import { showDone } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { wordsMessages } from '@/app/i18n/words.messages';
import { execute } from '@/db/client';
import { saveLifeSettings, useLifeSettings } from '@/features/group-life';
import { useReturnFocus } from '@/ui/use-return-focus';
import { groupStoryMessages } from '../group-story.messages';
import { useAct } from '../use-act';
import { useFlows } from '../use-group-story';
import classes from './flows.module.css';

type Flows = GroupLifeSettings['flows'];

/** Which flows belong to each phase, for all groups, and whether they start by themselves. */
export function FlowsSettings({ onClose }: { onClose: () => void }) {
  useReturnFocus();
  const t = useMessages(groupStoryMessages);
  const words = useMessages(wordsMessages);
  const say = useBilingual();
  const flows = useFlows();
  const stored = useLifeSettings()?.flows;
  const [draft, setDraft] = useState<Partial<Flows>>({});
  const { act, isBusy } = useAct();
  if (!flows || !stored) return null;
  const now: Flows = { ...stored, ...draft };
  const known = flows.map(({ key, name }) => ({ value: key, label: say(name) }));
  const keys = new Set(flows.map(({ key }) => key));
  // A flow that was put away stays chosen until somebody takes it out.
  const gone = LIVING_PHASES.flatMap((phase) => now[phase]).filter((key) => !keys.has(key));
  const data = [
    ...known,
    ...[...new Set(gone)].map((key) => ({ value: key, label: `${key} · ${t('settingsMissing')}` })),
  ];
  const save = async () => {
    const isDone = await act(async () => {
      await execute(saveLifeSettings, { flows: now });
      showDone(t('settingsSaved'), { undo: true });
    });
    if (isDone) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('settingsTitle')} size={520}>
      <p className={classes.quiet}>{t('settingsText')}</p>
      {LIVING_PHASES.map((phase) => (
        <MultiSelect
          key={phase}
          mt="sm"
          label={words(`groupPhase.${phase}`)}
          data-testid={`phase-flows-${phase}`}
          data={data}
          value={now[phase]}
          onChange={(chosen) => setDraft({ ...draft, [phase]: chosen })}
        />
      ))}
      <p className={classes.quiet}>{t('settingsStart')}</p>
      <SegmentedControl
        fullWidth
        aria-label={t('settingsStart')}
        data-testid="phase-flows-start"
        data={[
          { value: 'withPhase', label: t('settingsWithPhase') },
          { value: 'byHand', label: t('settingsByHand') },
        ]}
        value={now.start}
        onChange={(value) =>
          setDraft({ ...draft, start: value === 'byHand' ? 'byHand' : 'withPhase' })
        }
      />
      <Row justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button disabled={isBusy} data-testid="phase-flows-save" onClick={() => void save()}>
          {t('save')}
        </Button>
      </Row>
    </Modal>
  );
}
