import { fieldsOf } from '@shared/domain/import/columns/fields';
import { useMemo } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useSettings } from '@/app/settings';
import { useFormat } from '@/app/use-format';
import type { OpenedFile, PlanChoices } from '@/workers/import/import-types';
import { importWords } from '../import-words.messages';
import { coveredSample } from '../sample-text';
import { LEFT_OUT, MappingRow } from './mapping-row';
import classes from './mapping-table.module.css';
import { recogniseMessages } from './recognise.messages';
import { useGrowingCount } from './use-growing-count';

/** Every column of the file: what is in it, what it becomes, and why. */
export function MappingTable({ opened, choices }: { opened: OpenedFile; choices: PlanChoices }) {
  const t = useMessages(recogniseMessages);
  const words = useMessages(importWords);
  const format = useFormat();
  const isMasked = useSettings().privacyMask === true;
  const { kind, sample } = opened;
  const count = useGrowingCount(choices.mapping.length);
  const options = useMemo(
    () => [
      { value: LEFT_OUT, label: t('columnUnused') },
      ...fieldsOf(kind).map((field) => ({
        value: field as string,
        label: words(`field.${field}`),
      })),
    ],
    [kind, t, words],
  );
  const samples = useMemo(
    () =>
      opened.titles.map((_, column) => {
        const cells = sample.map((row) => row[column] ?? '').filter((text) => text !== '');
        const field = choices.mapping[column] ?? null;
        const shown = isMasked ? cells.map((text) => coveredSample(field, text, format)) : cells;
        return [...new Set(shown)].join(' · ');
      }),
    [opened, sample, choices.mapping, isMasked, format],
  );
  return (
    <div className={classes.scroll}>
      <table className={classes.mapping} aria-label={t('mappingLabel')}>
        <thead>
          <tr>
            <th scope="col">{t('headTitle')}</th>
            <th scope="col">{t('headSample')}</th>
            <th scope="col">{t('headField')}</th>
            <th scope="col">{t('headReason')}</th>
            <th scope="col">{(kind === 'members' || kind === 'orders') && t('headPolicy')}</th>
          </tr>
        </thead>
        <tbody>
          {choices.mapping.slice(0, count).map((field, column) => {
            const isByHand = field !== (opened.mapping[column] ?? null);
            const proposed = field === null ? 'none' : (opened.reasons[column] ?? 'none');
            return (
              <MappingRow
                key={column}
                kind={kind}
                column={column}
                title={opened.titles[column] || t('column', { n: column + 1 })}
                sample={samples[column] ?? ''}
                field={field}
                reason={isByHand ? 'hand' : proposed}
                policy={field === null ? undefined : choices.policies[field]}
                options={options}
                t={t}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
