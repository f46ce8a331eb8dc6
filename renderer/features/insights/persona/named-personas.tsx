import { useMessages } from '@/app/i18n/messages';
import { RuleSentence, showPeople } from '@/features/segments';
import { ChartCard } from '@/ui/charts/chart-card';
import { DataTable } from '@/ui/charts/data-table';
import { ShareBars } from '@/ui/charts/share-bars';
import { Why } from '@/ui/why';
import type { PersonaAnswer } from '@/workers/insights/insights-types';
import { useBilingual } from '../figures/use-bilingual';
import { useFigures } from '../figures/use-figures';
import { personaMessages } from './persona.messages';
import classes from './persona-page.module.css';

/** The three kinds of the case with one's own shares beside the case's, and who is none of them. */
export function NamedPersonas({ answer }: { answer: PersonaAnswer }) {
  const t = useMessages(personaMessages);
  const { format, t: words, share, interval, plainPercent, n } = useFigures();
  const pick = useBilingual();
  const rows = [
    ...answer.named.map((persona) => ({
      key: persona.key,
      name: pick(persona.name),
      n: persona.n,
      netFen: persona.netFen,
      rule: persona.rule,
      caseShare: persona.caseShare,
      about: <RuleSentence rule={persona.rule} />,
    })),
    {
      key: 'none',
      name: t('none'),
      n: answer.inNoPersona.n,
      netFen: answer.inNoPersona.netFen,
      rule: answer.inNoPersona.rule,
      caseShare: undefined,
      about: t('noneAbout'),
    },
  ].map((row) => {
    const range = interval(row.n, answer.placed);
    return {
      ...row,
      range,
      hint: t('cellLabel', {
        name: row.name,
        n: format.count(row.n),
        share: share(row.n, answer.placed),
        money: format.moneySummary(row.netFen),
      }),
      onOpen: row.n > 0 ? () => showPeople({ title: row.name, rule: row.rule }) : undefined,
    };
  });
  return (
    <ChartCard
      testId="persona-named"
      title={t('named')}
      why={<Why word={words('why')}>{t('namedWhy')}</Why>}
      lead={`${t('namedLead')} ${n(answer.placed)}`}
      words={{ chart: words('chart'), table: words('table'), label: words('faceLabel') }}
      chart={
        <ShareBars
          label={t('named')}
          textWidthPx={260}
          rows={rows.map((row) => ({
            key: row.key,
            label: row.name,
            note: row.about,
            hint: row.hint,
            onOpen: row.onOpen,
            bars: [
              {
                key: 'own',
                share: answer.placed > 0 ? row.n / answer.placed : 0,
                text: `${words('people', { n: format.count(row.n) })}  ${share(row.n, answer.placed)}${row.range ? `  (${row.range})` : ''}`,
                colour: 'var(--q-chart-1)',
              },
              ...(row.caseShare === undefined
                ? []
                : [
                    {
                      key: 'case',
                      share: row.caseShare,
                      text: words('caseIs', { text: plainPercent(row.caseShare) }),
                      isReference: true,
                    },
                  ]),
            ],
          }))}
        />
      }
      table={
        <DataTable
          label={t('named')}
          columns={[
            { key: 'who', label: t('columnWho') },
            { key: 'n', label: words('columnPeople'), isNumber: true },
            { key: 'share', label: words('columnShare'), isNumber: true },
            { key: 'interval', label: words('columnInterval'), isNumber: true },
            { key: 'case', label: words('columnCase'), isNumber: true },
            { key: 'rule', label: t('columnRule') },
          ]}
          rows={rows.map((row) => ({
            key: row.key,
            cells: [
              row.name,
              format.count(row.n),
              share(row.n, answer.placed),
              row.range ?? '—',
              row.caseShare === undefined ? '—' : plainPercent(row.caseShare),
              <span key="rule" className={classes.rule}>
                {row.about}
              </span>,
            ],
            onOpen: row.onOpen,
            openLabel: row.hint,
          }))}
        />
      }
    />
  );
}
