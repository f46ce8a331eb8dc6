import { ActionIcon, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { type TouchStage, touchStageSchema } from '@shared/domain/touch/touch.schema';
import { IconTrash } from '@tabler/icons-react';
import { currentLanguage } from '@/app/i18n/i18n';
import { useMessages } from '@/app/i18n/messages';
import { touchMessages } from '../touch.messages';
import classes from '../touch.module.css';

type StageFieldsProps = {
  stage: TouchStage;
  /** Without a stage it goes. */
  onChange: (stage: TouchStage | undefined) => void;
};

const CHANNELS = touchStageSchema.shape.channel.unwrap().options;

/** One stage: when, how, what is said. Texts are edited in the window's language. */
export function StageFields({ stage, onChange }: StageFieldsProps) {
  const t = useMessages(touchMessages);
  const language = currentLanguage() === 'en' ? 'en' : 'zh';
  const whole = (value: number | string) => Math.max(0, Math.round(Number(value) || 0));
  return (
    <div className={classes.stageForm}>
      <div className={classes.row}>
        <TextInput
          label={t('plan.stageName')}
          value={stage.label[language]}
          onChange={(event) =>
            onChange({ ...stage, label: { ...stage.label, [language]: event.currentTarget.value } })
          }
        />
        <NumberInput
          hideControls
          label={t('plan.day')}
          w={140}
          min={0}
          max={365}
          clampBehavior="strict"
          value={stage.day}
          onChange={(value) => onChange({ ...stage, day: whole(value) })}
        />
        <NumberInput
          hideControls
          label={t('plan.grace')}
          w={100}
          min={0}
          max={60}
          clampBehavior="strict"
          value={stage.graceDays}
          onChange={(value) => onChange({ ...stage, graceDays: whole(value) })}
        />
        <Select
          label={t('plan.channel')}
          w={130}
          allowDeselect={false}
          data={CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))}
          value={stage.channel}
          onChange={(value) =>
            onChange({ ...stage, channel: CHANNELS.find((it) => it === value) ?? stage.channel })
          }
        />
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('plan.remove')}
          onClick={() => onChange(undefined)}
        >
          <IconTrash size={16} />
        </ActionIcon>
      </div>
      <Textarea
        label={t('plan.text')}
        autosize
        minRows={2}
        value={stage.text[language]}
        onChange={(event) =>
          onChange({ ...stage, text: { ...stage.text, [language]: event.currentTarget.value } })
        }
      />
    </div>
  );
}
