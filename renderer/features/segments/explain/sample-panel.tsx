import { Button, TextInput, UnstyledButton } from '@mantine/core';
import type { Rule } from '@shared/domain/rules/rule.schema';
import { useEffect, useState } from 'react';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { dataWorker } from '@/db/client';
import { Chip } from '@/ui/chip';
import { explainMessages } from './explain.messages';
import { ExplainedTree } from './explained-tree';
import classes from './sample-panel.module.css';
import { useExplanation, useSample } from './use-sample';

const SHOWN = 8;
const FOUND = 6;

type Person = { id: string; name: string; orderCount: number; spentFen: number };

/** A few people whom the rule takes; a click says condition by condition why, or why not. */
export function SamplePanel({ rule }: { rule: Rule }) {
  const t = useMessages(explainMessages);
  const [seed, setSeed] = useState(1);
  const [text, setText] = useState('');
  const [openId, setOpenId] = useState<string>();
  const sample = useSample(rule, SHOWN, seed);
  const found = useFound(text);
  const drawn = sample?.map((it) => ({ ...it, spentFen: it.netFen }));
  const people: Person[] | undefined = text.trim() === '' ? drawn : found;
  return (
    <section className={classes.panel} aria-label={t('sampleTitle')} data-testid="rule-sample">
      <header className={classes.head}>
        <h3 className={classes.title}>{t('sampleTitle')}</h3>
        <Button size="compact-xs" variant="subtle" onClick={() => setSeed((n) => n + 1)}>
          {t('sampleAgain')}
        </Button>
      </header>
      <TextInput
        size="xs"
        data-testid="rule-find"
        aria-label={t('sampleFind')}
        placeholder={t('sampleFind')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {people?.length === 0 && (
        <p className={classes.quiet}>{t(text.trim() === '' ? 'sampleNone' : 'findNothing')}</p>
      )}
      {people?.map((person) => (
        <PersonRow
          key={person.id}
          person={person}
          rule={rule}
          isOpen={person.id === openId}
          onToggle={() => setOpenId(person.id === openId ? undefined : person.id)}
        />
      ))}
      {people !== undefined && people.length > 0 && openId === undefined && (
        <p className={classes.quiet}>{t('whyPick')}</p>
      )}
    </section>
  );
}

type PersonRowProps = { person: Person; rule: Rule; isOpen: boolean; onToggle: () => void };

function PersonRow({ person, rule, isOpen, onToggle }: PersonRowProps) {
  const t = useMessages(explainMessages);
  const format = useFormat();
  const explanation = useExplanation(rule, isOpen ? person.id : undefined);
  return (
    <div className={classes.person}>
      <UnstyledButton
        className={classes.row}
        aria-expanded={isOpen}
        data-testid="rule-person"
        data-member-id={person.id}
        onClick={onToggle}
      >
        <strong className={classes.name}>{person.name}</strong>
        <span className={classes.quiet}>
          {person.orderCount === 0
            ? t('sampleNever')
            : t('sampleLine', {
                n: format.count(person.orderCount),
                spent: format.money(person.spentFen),
              })}
        </span>
      </UnstyledButton>
      {isOpen && (
        <section className={classes.why} aria-label={t('whyTitle', { name: person.name })}>
          {explanation === undefined ? (
            <span className={classes.quiet}>{t('loading')}</span>
          ) : (
            <>
              <Chip tone={explanation.explained.isTrue ? 'green' : 'red'}>
                {t(explanation.explained.isTrue ? 'whyIn' : 'whyOut')}
              </Chip>
              <ExplainedTree explained={explanation.explained} />
            </>
          )}
        </section>
      )}
    </div>
  );
}

/** People by name, pinyin or the last digits of the phone. */
function useFound(text: string): Person[] | undefined {
  const wanted = text.trim();
  const [found, setFound] = useState<{ text: string; people: Person[] }>();
  useEffect(() => {
    if (wanted === '') return undefined;
    let isCurrent = true;
    const timer = setTimeout(() => {
      dataWorker()
        .lists.queryMembers({ text: wanted, limit: FOUND })
        .then(({ rows }) => {
          const people = rows.map((row) => ({ ...row, spentFen: row.amountFen }));
          if (isCurrent) setFound({ text: wanted, people });
        }, showProblem);
    }, 200);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [wanted]);
  return found?.text === wanted ? found.people : undefined;
}
