import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/zh-cn';
import { Button, Group, Modal, Radio, TextInput } from '@mantine/core';
import { DateInput, DatesProvider } from '@mantine/dates';
import type { SopTemplate } from '@shared/domain/sop/sop.schema';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { dayOf } from '@shared/lib/time';
import { useState } from 'react';
import { currentLanguage } from '@/app/i18n/i18n';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { startMessages } from './start.messages';
import classes from './start-dialog.module.css';
import { useStartRun } from './use-start-run';

type StartDialogProps = {
  flows: readonly SopTemplate[];
  firstChoice: string | undefined;
  onClose: () => void;
};

/** Any flow that there is, with the day from which it counts and who answers for it. */
export function StartDialog({ flows, firstChoice, onClose }: StartDialogProps) {
  const t = useMessages(startMessages);
  const say = useBilingual();
  const format = useFormat();
  const { start, isStarting } = useStartRun();
  const today = dayOf(Date.now(), DEFAULT_TIME_ZONE);
  const [templateId, setTemplateId] = useState(firstChoice ?? flows[0]?.id ?? '');
  const [title, setTitle] = useState<string>();
  const [startDay, setStartDay] = useState(today);
  const [ownerName, setOwnerName] = useState('');
  const chosen = flows.find(({ id }) => id === templateId);
  const ownTitle =
    chosen && t('defaultTitle', { name: say(chosen.name), day: format.day(startDay) });
  const go = () => {
    const name = title ?? ownTitle;
    start({
      which: { templateId },
      startDay,
      ...(name ? { title: name.slice(0, 100) } : {}),
      ...(ownerName.trim() ? { ownerName } : {}),
    });
  };
  return (
    <Modal opened onClose={onClose} title={t('dialogTitle')} size={720}>
      <p className={classes.text}>{flows.length > 0 ? t('dialogText') : t('noTemplates')}</p>
      <Radio.Group value={templateId} onChange={setTemplateId} aria-label={t('dialogTitle')}>
        <div className={classes.flows}>
          {flows.map((flow) => (
            <FlowChoice key={flow.id} flow={flow} isChosen={flow.id === templateId} />
          ))}
        </div>
      </Radio.Group>
      <div className={classes.fields}>
        <TextInput
          label={t('name')}
          maxLength={100}
          value={title ?? ownTitle ?? ''}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <DatesProvider
          settings={{ locale: currentLanguage() === 'en' ? 'en' : 'zh-cn', firstDayOfWeek: 1 }}
        >
          <DateInput
            label={t('startDay')}
            title={t('startDayHint')}
            valueFormat="YYYY-MM-DD"
            value={startDay}
            onChange={(day) => setStartDay(day ?? today)}
          />
        </DatesProvider>
        <TextInput
          label={t('owner')}
          placeholder={t('ownerHint')}
          maxLength={60}
          value={ownerName}
          onChange={(event) => setOwnerName(event.currentTarget.value)}
        />
      </div>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button
          data-testid="sop-start"
          loading={isStarting}
          disabled={!chosen || (title !== undefined && title.trim() === '')}
          onClick={go}
        >
          {t('start')}
        </Button>
      </Group>
    </Modal>
  );
}

function FlowChoice({ flow, isChosen }: { flow: SopTemplate; isChosen: boolean }) {
  const t = useMessages(startMessages);
  const words = useMessages(wordsMessages);
  const say = useBilingual();
  return (
    <Radio.Card value={flow.id} className={classes.flow} data-chosen={isChosen}>
      <span className={classes.flowHead}>
        <Radio.Indicator size="xs" />
        <b>{say(flow.name)}</b>
        <span className={classes.meta}>
          {words(`flowKind.${flow.kind}`)} ·{' '}
          {t('meta', { count: flow.steps.length, version: flow.version })}
        </span>
      </span>
      <span className={classes.purpose}>{say(flow.purpose)}</span>
    </Radio.Card>
  );
}
