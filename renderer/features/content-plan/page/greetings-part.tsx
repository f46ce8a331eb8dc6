import { Button, Group, Textarea } from '@mantine/core';
import { weekOf } from '@shared/domain/calendar/week.rules';
import { IconSunHigh } from '@tabler/icons-react';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { Card } from '@/ui/card';
import { addGreetings, removeGreeting } from '../greeting.commands';
import { builtInGreetings } from '../place/greetings';
import { GreetingsDialog } from '../place/greetings-dialog';
import type { ColumnsData } from './columns-data';
import { pageMessages } from './page.messages';
import classes from './page.module.css';

/** Greetings of one's own beside those that come with the console, and the week's in one step. */
export function GreetingsPart({ data }: { data: ColumnsData }) {
  const t = useMessages(pageMessages);
  const entries = useLive(() => readDb.rows('libraryEntries').by('kind', 'greeting'), []) ?? [];
  const own = entries.filter(({ isArchived }) => !isArchived);
  const [text, setText] = useState('');
  const [isPlanning, setPlanning] = useState(false);
  const texts = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const add = async () => {
    try {
      const { count } = await execute(addGreetings, { texts });
      setText('');
      showDone(t('greetingsAdded', { count, n: count }), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  };
  const remove = (id: string) =>
    execute(removeGreeting, { id }).then(
      () => showDone(t('greetingRemoved'), { undo: true }),
      showProblem,
    );
  return (
    <>
      <p className={classes.quiet}>
        {t('greetingsText', { count: own.length, n: own.length, builtIn: builtInGreetings })}
      </p>
      <div>
        <Button
          data-testid="greetings-plan"
          leftSection={<IconSunHigh size={16} aria-hidden />}
          onClick={() => setPlanning(true)}
        >
          {t('greetingsPlan')}
        </Button>
      </div>
      <Card title={t('own')}>
        <Textarea
          aria-label={t('greetingsAdd')}
          placeholder={t('greetingsHint')}
          autosize
          minRows={2}
          maxRows={8}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group mt="xs" mb="sm">
          <Button variant="default" disabled={texts.length === 0} onClick={() => void add()}>
            {t('greetingsAdd')}
          </Button>
        </Group>
        <ul className={classes.list}>
          {own.map((entry) => (
            <li key={entry.id} className={classes.row}>
              <span className={classes.text}>{entry.text}</span>
              <Button
                variant="subtle"
                size="compact-sm"
                c="var(--q-red-text)"
                onClick={() => void remove(entry.id)}
              >
                {t('remove')}
              </Button>
            </li>
          ))}
        </ul>
      </Card>
      {isPlanning && (
        <GreetingsDialog monday={weekOf(data.today).monday} onClose={() => setPlanning(false)} />
      )}
    </>
  );
}
