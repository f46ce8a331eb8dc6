import {
  ActionIcon,
  Chip,
  Group,
  Input,
  Modal,
  MultiSelect,
  Stack,
  Text,
  Tooltip,
} from '@mantine/core';
import { cellKey } from '@shared/domain/calendar/cell.rules';
import { GREETING_PARTS, GREETING_REST_DAYS } from '@shared/domain/calendar/greeting.rules';
import {
  GREETING_COLUMN,
  type PlannedGreeting,
  planGreetings,
} from '@shared/domain/calendar/greeting-plan.rules';
import { weekOf } from '@shared/domain/calendar/week.rules';
import { addDays } from '@shared/lib/time';
import { IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useLanguageKey } from '@/app/i18n/use-language-key';
import { useFormat } from '@/app/use-format';
import { useToday } from '@/app/use-today';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { useReturnFocus } from '@/ui/use-return-focus';
import { greetingChoices } from './greetings';
import { placeMessages } from './place.messages';
import classes from './place.module.css';
import { PlaceButtons } from './place-buttons';
import { useWeekRange } from './use-week-range';

async function readAround(first: string, last: string) {
  const [items, groups, entries] = await Promise.all([
    readDb
      .rows('contentItems')
      .between('date', addDays(first, -GREETING_REST_DAYS), addDays(last, GREETING_REST_DAYS)),
    readDb.rows('groups').all(),
    readDb.rows('libraryEntries').by('kind', 'greeting'),
  ]);
  return { items, groups: groups.filter(({ phase }) => phase !== 'dissolved'), entries };
}

const ALL_PARTS: string[] = [...GREETING_PARTS];

type GreetingsDialogProps = { monday: string; onClose: () => void };

/** Good mornings and good nights for the days of a week that are still to come. */
export function GreetingsDialog({ monday, onClose }: GreetingsDialogProps) {
  useReturnFocus();
  const t = useMessages(placeMessages);
  const format = useFormat();
  const key = useLanguageKey();
  const today = useToday();
  const range = useWeekRange();
  const [parts, setParts] = useState(ALL_PARTS);
  const [groupIds, setGroupIds] = useState<string[]>([]);
  const [refused, setRefused] = useState<Record<string, string[]>>({});
  const around = useLive(() => readAround(monday, addDays(monday, 6)), [monday]);
  if (!around) return null;
  const { greetings, taken } = planGreetings({
    days: weekOf(monday).days.filter((day) => day >= today),
    parts: GREETING_PARTS.filter((part) => parts.includes(part)),
    choices: greetingChoices(key, around.entries),
    items: around.items,
    groupIds,
    refused,
  });
  const titleOf = ({ part, cell }: PlannedGreeting) =>
    t('greetingTitle', { part: t(`part.${part}`), day: format.day(cell.date) });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('greetingsTitle', { range: range(monday) })}
      size={720}
    >
      <Stack gap="sm" data-testid="greetings-dialog">
        <Text size="sm">{t('greetingsText')}</Text>
        <Group gap="md" align="flex-start" wrap="nowrap">
          <Input.Wrapper label={t('parts')} flex="none">
            <Chip.Group multiple value={parts} onChange={setParts}>
              <Group gap={4} h={34}>
                {GREETING_PARTS.map((part) => (
                  <Chip key={part} value={part} size="sm" radius="md">
                    {t(`part.${part}`)}
                  </Chip>
                ))}
              </Group>
            </Chip.Group>
          </Input.Wrapper>
          {around.groups.length > 0 && (
            <MultiSelect
              flex={1}
              label={t('groups')}
              placeholder={groupIds.length === 0 ? t('groupsAll') : ''}
              value={groupIds}
              data={around.groups.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={setGroupIds}
            />
          )}
        </Group>
        {taken.length > 0 && (
          <p className={classes.quiet}>
            {t('hasGreeting', { count: taken.length, n: taken.length })}
          </p>
        )}
        {greetings.length === 0 ? (
          <p className={classes.quiet}>{t('empty')}</p>
        ) : (
          <ul className={classes.list}>
            {greetings.map((greeting) => (
              <GreetingRow
                key={cellKey(greeting.cell)}
                greeting={greeting}
                onRefuse={() => {
                  const at = cellKey(greeting.cell);
                  setRefused((was) => ({ ...was, [at]: [...(was[at] ?? []), greeting.text] }));
                }}
              />
            ))}
          </ul>
        )}
        <PlaceButtons
          what="greetings"
          items={greetings.map((greeting) => ({
            ...greeting.cell,
            plan: {
              title: titleOf(greeting),
              columnId: GREETING_COLUMN,
              form: 'article',
              text: greeting.text,
              groupIds,
            },
          }))}
          onClose={onClose}
        />
      </Stack>
    </Modal>
  );
}

function GreetingRow({ greeting, onRefuse }: { greeting: PlannedGreeting; onRefuse: () => void }) {
  const t = useMessages(placeMessages);
  const format = useFormat();
  const { cell, part, text, repeatsDay } = greeting;
  return (
    <li className={classes.row} data-testid="greeting-row">
      <span className={classes.day}>{format.dayWithWeekday(cell.date)}</span>
      <span className={classes.slot}>{t(`part.${part}`)}</span>
      <span className={classes.title}>
        {text}
        {repeatsDay !== undefined && (
          <span className={classes.quiet}> {t('repeats', { day: format.day(repeatsDay) })}</span>
        )}
      </span>
      <Tooltip label={t('change')}>
        <ActionIcon variant="subtle" color="gray" aria-label={t('change')} onClick={onRefuse}>
          <IconRefresh size={15} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </li>
  );
}
