import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/zh-cn';
import { Button, Group, Modal, SegmentedControl, Stack, Textarea, TextInput } from '@mantine/core';
import { DatePickerInput, DatesProvider } from '@mantine/dates';
import { RISK_LEVELS, type RiskEntry } from '@shared/domain/risk/risk-entry.schema';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { type FormEvent, useState } from 'react';
import { problemText, showDone } from '@/app/feedback';
import { currentLanguage } from '@/app/i18n/i18n';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { useEscape } from '@/ui/use-escape';
import { useReturnFocus } from '@/ui/use-return-focus';
import { draftOf, fieldsOf, type RiskDraft } from './risk-draft.rules';
import { addRiskEntry, editRiskEntry } from './risk-list.commands';
import { riskMessages } from './risk-list.messages';
import classes from './risk-list.module.css';

type RiskFormProps = {
  /** What is known already: an entry to change, or a member's own values. */
  entry: Partial<RiskEntry>;
  onClose: () => void;
};

/** Who, how serious, why, with what evidence, until when, and what they say. */
export function RiskForm({ entry, onClose }: RiskFormProps) {
  useReturnFocus();
  useEscape(true, onClose);
  const t = useMessages(riskMessages);
  const format = useFormat();
  const [draft, setDraft] = useState(() => draftOf(entry, DEFAULT_TIME_ZONE));
  const [problem, setProblem] = useState<string>();
  const change = (patch: Partial<RiskDraft>) => setDraft((before) => ({ ...before, ...patch }));
  const { id } = entry;
  const locale = currentLanguage() === 'en' ? 'en' : 'zh-cn';

  async function save(event: FormEvent) {
    event.preventDefault();
    const read = fieldsOf(draft, DEFAULT_TIME_ZONE);
    if (read.problem !== undefined) {
      setProblem(t(read.problem));
      return;
    }
    const { fields } = read;
    const phone = fields.phone && format.phone(fields.phone);
    const address = fields.address && format.address(fields.address);
    const who = fields.name ?? phone ?? fields.wechatId ?? address ?? '';
    try {
      if (id === undefined) await execute(addRiskEntry, { who, fields });
      else await execute(editRiskEntry, { entryId: id, who, fields });
      onClose();
      showDone(t(id === undefined ? 'added' : 'edited', { who }), { undo: true });
    } catch (error) {
      setProblem(problemText(error));
    }
  }

  const text = (key: 'name' | 'phone' | 'wechatId' | 'address', placeholder?: string) => (
    <TextInput
      label={t(key)}
      data-testid={`risk-${key}`}
      placeholder={placeholder}
      maxLength={key === 'address' ? 500 : key === 'phone' ? 40 : 100}
      value={draft[key]}
      onChange={(event) => change({ [key]: event.currentTarget.value })}
    />
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={id === undefined ? t('addTitle') : t('editTitle', { who: entry.name || t('someone') })}
      size={560}
      closeOnEscape={false}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form noValidate onSubmit={(event) => void save(event)}>
        <Stack gap="sm">
          <Group grow align="flex-start">
            {text('name')}
            {text('phone', t('phoneHint'))}
          </Group>
          <Group grow align="flex-start">
            {text('wechatId')}
            {text('address')}
          </Group>
          <div>
            <span className={classes.label}>{t('level')}</span>
            <SegmentedControl
              aria-label={t('level')}
              size="xs"
              value={draft.level}
              data={RISK_LEVELS.map((value) => ({ value, label: t(`level.${value}`) }))}
              onChange={(value) =>
                change({ level: RISK_LEVELS.find((it) => it === value) ?? 'medium' })
              }
            />
          </div>
          <TextInput
            label={t('reason')}
            data-testid="risk-reason"
            placeholder={t('reasonHint')}
            maxLength={500}
            value={draft.reason}
            onChange={(event) => change({ reason: event.currentTarget.value })}
          />
          {(['evidence', 'appeal'] as const).map((key) => (
            <Textarea
              key={key}
              label={t(key)}
              placeholder={t(key === 'evidence' ? 'evidenceHint' : 'appealHint')}
              autosize
              minRows={2}
              maxRows={5}
              maxLength={key === 'evidence' ? 5000 : 2000}
              value={draft[key]}
              onChange={(event) => change({ [key]: event.currentTarget.value })}
            />
          ))}
          <DatesProvider settings={{ locale, firstDayOfWeek: 1 }}>
            <DatePickerInput
              label={t('expires')}
              placeholder={t('expiresHint')}
              clearable
              w={220}
              valueFormat="YYYY-MM-DD"
              value={draft.expiresDay === '' ? null : draft.expiresDay}
              onChange={(day) => change({ expiresDay: day ?? '' })}
            />
          </DatesProvider>
          {problem !== undefined && (
            <div role="alert" className={classes.problem}>
              {problem}
            </div>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" data-testid="risk-save">
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
