import { Button } from '@mantine/core';
import { occurrencesBetween, WEEKS_AHEAD } from '@shared/domain/calendar/repeat.rules';
import type { ContentRepeat } from '@shared/domain/calendar/repeat.schema';
import { addDays } from '@shared/lib/time';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { Card } from '@/ui/card';
import { RepeatDialog, type RepeatDialogProps } from '../repeat/repeat-dialog';
import { useRuleWords } from '../repeat/use-rule-words';
import { removeRepeat } from '../repeat.commands';
import type { ColumnsData } from './columns-data';
import { pageMessages } from './page.messages';
import classes from './page.module.css';

/** Everything that repeats, when it comes next, and the way to make another. */
export function RepeatsPart({ data }: { data: ColumnsData }) {
  const t = useMessages(pageMessages);
  const repeats = useLive(() => readDb.rows('contentRepeats').all(), []) ?? [];
  const [about, setAbout] = useState<RepeatDialogProps['about']>();
  return (
    <>
      <p className={classes.quiet}>{t('repeatsText')}</p>
      <div>
        <Button
          data-testid="repeat-new"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setAbout({ fresh: true })}
        >
          {t('repeatNew')}
        </Button>
      </div>
      <Card>
        {repeats.length === 0 && <p className={classes.quiet}>{t('repeatsNone')}</p>}
        <ul className={classes.list}>
          {repeats.map((repeat) => (
            <RepeatRow
              key={repeat.id}
              repeat={repeat}
              today={data.today}
              onChange={() => setAbout({ repeat, onDay: data.today })}
            />
          ))}
        </ul>
      </Card>
      {about && <RepeatDialog about={about} onClose={() => setAbout(undefined)} />}
    </>
  );
}

type RepeatRowProps = { repeat: ContentRepeat; today: string; onChange: () => void };

function RepeatRow({ repeat, today, onChange }: RepeatRowProps) {
  const t = useMessages(pageMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const ruleWords = useRuleWords();
  const [next] = occurrencesBetween(repeat, today, addDays(today, WEEKS_AHEAD * 7)).days;
  const isOver = repeat.untilDay !== undefined && repeat.untilDay < today;
  const remove = () =>
    execute(removeRepeat, { id: repeat.id }).then(
      ({ count }) => showDone(t('repeatRemoved', { count, n: count }), { undo: true }),
      showProblem,
    );
  const when = isOver
    ? t('repeatOver')
    : next === undefined
      ? t('repeatNoNext')
      : t('repeatNext', { day: format.dayWithWeekday(next) });
  return (
    <li className={classes.row} data-testid="repeat-row">
      <span className={classes.main}>
        <span className={classes.name}>{repeat.plan.title}</span>
        <span className={classes.quiet}>
          {words(`slot.${repeat.slot}`)} · {ruleWords(repeat)}
        </span>
      </span>
      <span className={classes.use}>{when}</span>
      <Button variant="default" size="compact-sm" onClick={onChange}>
        {t('change')}
      </Button>
      <Button
        variant="subtle"
        size="compact-sm"
        c="var(--q-red-text)"
        onClick={() => void remove()}
      >
        {t('remove')}
      </Button>
    </li>
  );
}
