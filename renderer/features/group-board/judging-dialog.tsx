import { Button, Group, Modal, Stack } from '@mantine/core';
import {
  DEFAULT_GROUP_LIFE,
  type GroupLifeSettings,
  groupLifeSettingsSchema,
  isUpright,
} from '@shared/domain/group-life/life-settings.schema';
import { type FormEvent, useState } from 'react';
import { problemText, showDone } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { saveLifeSettings, useLifeSettings } from '@/features/group-life';
import { useReturnFocus } from '@/ui/use-return-focus';
import { judgingMessages } from './judging.messages';
import classes from './judging.module.css';
import { JudgingEffect } from './judging-effect';
import { type JudgingDraft, JudgingFields } from './judging-fields';

/** How groups are judged, with what a change would do to their lights. */
export function JudgingDialog({ onClose }: { onClose: () => void }) {
  useReturnFocus();
  const t = useMessages(judgingMessages);
  const settings = useLifeSettings();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('title')}
      size={680}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {settings && <JudgingForm settings={settings} onClose={onClose} />}
    </Modal>
  );
}

const draftOf = ({ activity, quiet, phase, health }: GroupLifeSettings): JudgingDraft => ({
  activity,
  quiet,
  phase,
  health,
});

function JudgingForm(props: { settings: GroupLifeSettings; onClose: () => void }) {
  const { onClose } = props;
  const t = useMessages(judgingMessages);
  // What was saved when the dialog opened: what is compared with.
  const [before] = useState(props.settings);
  const [draft, setDraft] = useState<JudgingDraft>(() => draftOf(before));
  const [problem, setProblem] = useState<string>();
  const whole = wholeOf(before, draft);
  const isConsistent = whole !== undefined && isUpright(whole);
  const said = whole === undefined ? t('missing') : isConsistent ? problem : t('invalid');

  async function save(event: FormEvent) {
    event.preventDefault();
    if (!whole || !isConsistent) return;
    const { activity, quiet, phase, health } = whole;
    try {
      await execute(saveLifeSettings, { activity, quiet, phase, health });
      onClose();
      showDone(t('saved'), { undo: true });
    } catch (error) {
      setProblem(problemText(error));
    }
  }

  return (
    <form noValidate onSubmit={(event) => void save(event)} data-testid="judging-form">
      <Stack gap="md">
        <p className={classes.quiet}>{t('intro')}</p>
        <JudgingFields draft={draft} onChange={setDraft} />
        <div className={classes.foot}>
          {whole && isConsistent && <JudgingEffect before={before} after={whole} />}
          {said !== undefined && (
            <p role="alert" className={classes.problem}>
              {said}
            </p>
          )}
          <Group justify="space-between">
            <Button
              variant="subtle"
              color="gray"
              data-testid="judging-reset"
              onClick={() => setDraft(draftOf(DEFAULT_GROUP_LIFE))}
            >
              {t('reset')}
            </Button>
            <Group gap="xs">
              <Button variant="default" onClick={onClose}>
                {t('cancel')}
              </Button>
              <Button type="submit" data-testid="judging-save" disabled={!isConsistent}>
                {t('save')}
              </Button>
            </Group>
          </Group>
        </div>
      </Stack>
    </form>
  );
}

/** The settings with the draft in them; `undefined` while a field is empty or out of its range. */
function wholeOf(before: GroupLifeSettings, draft: JudgingDraft): GroupLifeSettings | undefined {
  const { activity } = draft;
  const groups = [activity.weights, activity.anchors, draft.quiet, draft.phase, draft.health];
  if (groups.some((group) => Object.values(group).some((it) => it === undefined))) return undefined;
  return groupLifeSettingsSchema.safeParse({ ...before, ...draft }).data;
}
