import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/zh-cn';
import { Select, TextInput } from '@mantine/core';
import { DatePickerInput, DatesProvider } from '@mantine/dates';
import type { RelayTarget } from '@shared/domain/relay/relay-plan.rules';
import { useState } from 'react';
import { currentLanguage } from '@/app/i18n/i18n';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { relayMessages } from './relay.messages';
import classes from './relay.module.css';
import type { RelayState, RelayWork } from './use-relay';

const TARGETS = [
  { target: 'orders', testId: 'relay-as-orders', word: 'asOrders' },
  { target: 'signUp', testId: 'relay-as-signup', word: 'asSignUp' },
  { target: 'attend', testId: 'relay-as-attendance', word: 'asAttend' },
] as const satisfies { target: RelayTarget; testId: string; word: string }[];

/** Title, what the list becomes, its day and whether it is paid. */
export function ChoicesBar({ state, work }: { state: RelayState; work: RelayWork }) {
  const t = useMessages(relayMessages);
  const words = useMessages(wordsMessages);
  const [title, setTitle] = useState(work.title);
  const locale = currentLanguage() === 'en' ? 'en' : 'zh-cn';
  return (
    <div className={classes.choices}>
      <TextInput
        className={classes.listTitle}
        size="xs"
        label={t('listTitle')}
        data-testid="relay-title"
        maxLength={200}
        value={title}
        error={title.trim() === '' && t('listTitleMissing')}
        onChange={(event) => setTitle(event.currentTarget.value)}
        onBlur={() => title.trim() !== '' && void state.retitle(title.trim())}
      />
      <div className={classes.as} role="radiogroup" aria-label={t('as')}>
        {TARGETS.map(({ target, testId, word }) => (
          // biome-ignore lint/a11y/useSemanticElements: a segmented control of buttons
          <button
            key={target}
            type="button"
            role="radio"
            aria-checked={work.target === target}
            data-testid={testId}
            onClick={() => state.change({ target })}
          >
            {t(word)}
          </button>
        ))}
      </div>
      <DatesProvider settings={{ locale, firstDayOfWeek: 1 }}>
        <DatePickerInput
          size="xs"
          w={130}
          label={t('day')}
          valueFormat="YYYY-MM-DD"
          value={work.day}
          onChange={(day) => day && state.change({ day })}
        />
      </DatesProvider>
      {work.target === 'orders' && (
        <Select
          size="xs"
          w={110}
          label={t('status')}
          allowDeselect={false}
          value={work.status}
          data={(['paid', 'pending'] as const).map((value) => ({
            value,
            label: words(`orderStatus.${value}`),
          }))}
          onChange={(value) => state.change({ status: value === 'pending' ? 'pending' : 'paid' })}
        />
      )}
    </div>
  );
}
