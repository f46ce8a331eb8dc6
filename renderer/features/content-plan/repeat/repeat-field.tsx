import { Button, Group, Menu, Stack } from '@mantine/core';
import type { ContentItem } from '@shared/domain/calendar/content.schema';
import type { ContentRepeat } from '@shared/domain/calendar/repeat.schema';
import { ownFields } from '@shared/domain/calendar/repeat-edit.rules';
import { IconCalendarRepeat, IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { removeItem } from '@/features/content-items';
import { applyToRepeat, removeRepeat, stopRepeat } from '../repeat.commands';
import { repeatMessages } from './repeat.messages';
import classes from './repeat.module.css';
import { RepeatDialog } from './repeat-dialog';
import { useRuleWords } from './use-rule-words';

/** Whether an item comes again: when, what it has its own way, and what can be done about it. */
export function RepeatField({ item }: { item: ContentItem }) {
  const t = useMessages(repeatMessages);
  const [isMaking, setMaking] = useState(false);
  const repeat = useLive(
    async () =>
      item.repeatId === undefined
        ? null
        : ((await readDb.rows('contentRepeats').get(item.repeatId)) ?? null),
    [item.repeatId],
  );
  if (repeat === undefined) return null;
  if (repeat) return <Occurrence item={item} repeat={repeat} />;
  return (
    <Group justify="space-between">
      <p className={classes.quiet}>{t('none')}</p>
      <Button
        variant="default"
        size="compact-sm"
        data-testid="repeat-make"
        leftSection={<IconCalendarRepeat size={15} aria-hidden />}
        onClick={() => setMaking(true)}
      >
        {t('make')}
      </Button>
      {isMaking && <RepeatDialog about={{ item }} onClose={() => setMaking(false)} />}
    </Group>
  );
}

type OccurrenceProps = { item: ContentItem; repeat: ContentRepeat };

function Occurrence({ item, repeat }: OccurrenceProps) {
  const t = useMessages(repeatMessages);
  const format = useFormat();
  const ruleWords = useRuleWords();
  const [isChanging, setChanging] = useState(false);
  const own = ownFields(item, repeat);
  const onDay = item.repeatDay ?? item.date;
  const apply = (scope: 'following' | 'all') =>
    execute(applyToRepeat, { itemId: item.id, scope }).then(
      ({ count }) => showDone(t('applied', { count, n: count }), { undo: true }),
      showProblem,
    );
  const fields = own.map((field) => t(`field.${field}`)).join(t('listComma'));
  return (
    <Stack gap={8} data-testid="repeat-field">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <p className={classes.rule}>
          <IconCalendarRepeat size={15} aria-hidden />
          {ruleWords(repeat)}
        </p>
        <OccurrenceMenu item={item} repeat={repeat} onChange={() => setChanging(true)} />
      </Group>
      <p className={classes.quiet}>
        {item.id === repeat.id
          ? t('isSource')
          : t('occurrence', { day: format.dayWithWeekday(onDay) })}
      </p>
      <p className={classes.quiet}>{own.length === 0 ? t('same') : t('differs', { fields })}</p>
      {own.length > 0 && (
        <Group gap={8}>
          <Button
            variant="light"
            size="compact-sm"
            data-testid="repeat-apply-following"
            onClick={() => void apply('following')}
          >
            {t('applyFollowing')}
          </Button>
          <Button
            variant="default"
            size="compact-sm"
            data-testid="repeat-apply-all"
            onClick={() => void apply('all')}
          >
            {t('applyAll')}
          </Button>
        </Group>
      )}
      {isChanging && <RepeatDialog about={{ repeat, onDay }} onClose={() => setChanging(false)} />}
    </Stack>
  );
}

function OccurrenceMenu({ item, repeat, onChange }: OccurrenceProps & { onChange: () => void }) {
  const t = useMessages(repeatMessages);
  const attempt = (work: () => Promise<string>) =>
    work().then((said) => showDone(said, { undo: true }), showProblem);
  const leaveOut = () =>
    attempt(async () => {
      await execute(removeItem, { id: item.id, title: item.title });
      return t('leftOut');
    });
  const stop = () =>
    attempt(async () => {
      const fromDay = item.repeatDay ?? item.date;
      const { count } = await execute(stopRepeat, { id: repeat.id, fromDay });
      return t('stopped', { count, n: count });
    });
  const removeAll = () =>
    attempt(async () => {
      const { count } = await execute(removeRepeat, { id: repeat.id });
      return t('removed', { count, n: count });
    });
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          variant="default"
          size="compact-sm"
          flex="none"
          data-testid="repeat-more"
          leftSection={<IconDots size={15} aria-hidden />}
        >
          {t('more')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onChange}>{t('change')}</Menu.Item>
        <Menu.Item onClick={() => void leaveOut()}>{t('leaveOut')}</Menu.Item>
        <Menu.Item onClick={() => void stop()}>{t('stop')}</Menu.Item>
        <Menu.Divider />
        <Menu.Item c="var(--q-red-text)" onClick={() => void removeAll()}>
          {t('removeAll')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
