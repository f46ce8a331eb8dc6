import { Select } from '@mantine/core';
import { SENSES, type Sense } from '@shared/domain/calendar/content.schema';
import { SENSE_CASES } from '@shared/domain/content-results/case-references';
import { MEASURES, type Measure } from '@shared/domain/content-results/measures.rules';
import { type SenseEffect, senseEffects } from '@shared/domain/content-results/sense-effect.rules';
import { ideasOf, senseIdeasSchema } from '@shared/domain/content-results/sense-ideas.schema';
import { useMemo, useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useLanguageKey } from '@/app/i18n/use-language-key';
import { Card } from '@/ui/card';
import { Why } from '@/ui/why';
import ideas from '../../../../resources/senses/sense-ideas.json';
import { contentResultsMessages } from '../content-results.messages';
import { isOut } from '../content-results.queries';
import { useMeasureWords } from '../use-measure-words';
import type { Results } from '../use-results';
import { IdeaButtons } from './idea-buttons';
import { sensesMessages } from './senses.messages';
import classes from './senses.module.css';

const builtIn = senseIdeasSchema.parse(ideas);
const OWN = 'own';

const measuresFor = (choice: Measure | typeof OWN): Record<Sense, Measure> => {
  const of = (sense: Sense) => (choice === OWN ? SENSE_CASES[sense].measure : choice);
  return {
    sight: of('sight'),
    smell: of('smell'),
    touch: of('touch'),
    hearing: of('hearing'),
    taste: of('taste'),
  };
};

/** Sense by sense: ideas, plan, what it seems to do, and what the case tells. */
export function SensesCard({ results, today }: { results: Results; today: string }) {
  const t = useMessages(sensesMessages);
  const base = useMessages(contentResultsMessages);
  const say = useMeasureWords();
  const language = useLanguageKey();
  const [choice, setChoice] = useState<Measure | typeof OWN>(OWN);
  const { entries, items, settings } = results;
  const effects = useMemo(() => senseEffects(entries, measuresFor(choice)), [entries, choice]);
  return (
    <Card
      title={t('title')}
      actions={
        <Select
          size="xs"
          w={230}
          aria-label={t('measure')}
          allowDeselect={false}
          value={choice}
          data={[
            { value: OWN, label: t('ownMeasure') },
            ...MEASURES.map((value) => ({ value, label: say.name(value) })),
          ]}
          onChange={(value) => setChoice(MEASURES.find((it) => it === value) ?? OWN)}
        />
      }
    >
      <p className={classes.warning}>{t('warning')}</p>
      <div className={classes.scroll}>
        <table className={classes.matrix} aria-label={t('title')} data-testid="results-senses">
          <thead>
            <tr>
              <th scope="col">{t('sense')}</th>
              <th scope="col">{t('ideas')}</th>
              <th scope="col">{t('planned')}</th>
              <th scope="col">
                {t('effect')} <Why word={base('why')}>{t('why')}</Why>
              </th>
              <th scope="col">{t('caseColumn')}</th>
            </tr>
          </thead>
          <tbody>
            {SENSES.map((sense) => {
              const own = items.filter(({ item }) => item.sense === sense);
              const list = ideasOf(sense, builtIn, settings.senseIdeas, language);
              const effect = effects.find((it) => it.sense === sense);
              return (
                <tr key={sense} data-testid={`sense-${sense}`}>
                  <th scope="row">{base(`sense.${sense}`)}</th>
                  <td>
                    <ul className={classes.ideas}>
                      {list.map((idea) => (
                        <li key={idea}>{idea}</li>
                      ))}
                    </ul>
                    <IdeaButtons
                      sense={sense}
                      ideas={list}
                      isOwn={settings.senseIdeas[sense] !== undefined}
                      today={today}
                    />
                  </td>
                  <td>
                    {t('plannedN', {
                      planned: own.length,
                      sent: own.filter(({ item }) => isOut(item)).length,
                    })}
                  </td>
                  <td>{effect && <Effect effect={effect} />}</td>
                  <td className={classes.case}>
                    {t('case', {
                      measure: say.name(SENSE_CASES[sense].measure),
                      factor: SENSE_CASES[sense].factor,
                    })}
                    {sense === 'smell' && <small>{t('caseNear')}</small>}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

function Effect({ effect }: { effect: SenseEffect }) {
  const t = useMessages(sensesMessages);
  const base = useMessages(contentResultsMessages);
  const say = useMeasureWords();
  const { measure, withSense, without, difference, leftOut, certainty } = effect;
  if (!withSense) return <small>{t('noWith', { measure: say.name(measure) })}</small>;
  const diff = say.difference(measure, difference);
  return (
    <>
      {diff === undefined ? (
        base('certainty.tooLittle')
      ) : (
        <>
          {t('difference', { measure: say.name(measure), diff })} · {base(`certainty.${certainty}`)}
          <small>{t('range', { range: say.differenceRange(measure, difference) })}</small>
        </>
      )}
      <small>
        {t('withIt', {
          value: say.reading(measure, withSense),
          n: say.nItems(measure, withSense),
        })}
      </small>
      <small>
        {without
          ? t('without', {
              value: say.reading(measure, without),
              n: say.nItems(measure, without),
            })
          : t('noWithout')}
      </small>
      {leftOut > 0 && diff !== undefined && <small>{t('leftOut', { n: leftOut })}</small>}
    </>
  );
}
