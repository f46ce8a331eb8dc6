import { SegmentedControl, TextInput } from '@mantine/core';
import type { Positioning } from '@shared/domain/positioning/positioning.schema';
import { judgeCard } from '@shared/domain/positioning/verdict.rules';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { positioningMessages } from '../positioning.messages';
import classes from '../positioning.module.css';
import { questionsByKind } from '../questions';

type Answers = NonNullable<Positioning['answers']>;
type QuestionsProps = { card: Positioning; onAnswer: (answers: Answers) => void };

const VERDICTS = ['yes', 'unsure', 'no'] as const;

/** The questions of the card's kind, and what the answers say. */
export function Questions({ card, onAnswer }: QuestionsProps) {
  const t = useMessages(positioningMessages);
  const say = useBilingual();
  const questions = questionsByKind[card.kind];
  const verdict = judgeCard(
    card,
    questions.map(({ key }) => key),
  );
  const { yes, no, unsure, blank, kind } = verdict;
  const set = (key: string, part: Partial<Answers[string]>) => {
    const known = card.answers?.[key] ?? { verdict: 'unsure' as const };
    onAnswer({ [key]: { ...known, ...part } });
  };
  return (
    <div className={classes.stack}>
      <h3>{t('questions')}</h3>
      {questions.map(({ key, text }) => (
        <div key={`${card.kind} ${key}`} className={classes.question}>
          <span>{say(text)}</span>
          <SegmentedControl
            size="xs"
            aria-label={say(text)}
            data-testid={`positioning-answer-${key}`}
            data={VERDICTS.map((value) => ({ value, label: t(value) }))}
            value={card.answers?.[key]?.verdict ?? 'unsure'}
            onChange={(value) =>
              set(key, { verdict: VERDICTS.find((it) => it === value) ?? 'unsure' })
            }
          />
          <NoteField note={card.answers?.[key]?.note ?? ''} onSave={(note) => set(key, { note })} />
        </div>
      ))}
      <p className={classes.verdict} data-kind={kind} data-testid="positioning-verdict">
        {t(`verdict.${kind}`, { yes, no, unsure, blank: blank.length })}
      </p>
    </div>
  );
}

function NoteField({ note, onSave }: { note: string; onSave: (note: string) => void }) {
  const t = useMessages(positioningMessages);
  const [draft, setDraft] = useState(note);
  return (
    <TextInput
      className={classes.note}
      size="xs"
      variant="unstyled"
      aria-label={t('note')}
      placeholder={t('note')}
      maxLength={500}
      value={draft}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={() => draft !== note && onSave(draft)}
    />
  );
}
