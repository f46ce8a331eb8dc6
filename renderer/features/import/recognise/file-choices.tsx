import { Select, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { dayOf, startOfDay } from '@shared/lib/time';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import type { OpenedFile, PlanChoices } from '@/workers/import/import-types';
import { chooseSheet } from '../session/open-file';
import { changeChoices } from '../session/plan-file';
import { EncodingChoice } from './encoding-choice';
import classes from './file-choices.module.css';
import { recogniseMessages } from './recognise.messages';
import { RunChoice } from './run-choice';

/** What the rows themselves do not tell: the sheet, the encoding, the group buy, the day. */
export function FileChoices({ opened, choices }: { opened: OpenedFile; choices: PlanChoices }) {
  const t = useMessages(recogniseMessages);
  const format = useFormat();
  const hasSheets = opened.sheets.length > 1;
  const isFunnel = opened.kind === 'funnel';
  const hasChoice =
    hasSheets ||
    isFunnel ||
    opened.encoding !== undefined ||
    choices.campaign !== undefined ||
    choices.assumedAt !== undefined;
  if (!hasChoice) return null;
  return (
    <div className={classes.choices}>
      {hasSheets && (
        <Select
          label={t('sheet')}
          data-testid="import-sheet"
          allowDeselect={false}
          value={String(opened.sheetIndex)}
          data={opened.sheets.map(({ name, rowCount, visibility }, index) => ({
            value: String(index),
            label: t(visibility === 'visible' ? 'sheetOption' : 'sheetHidden', {
              name,
              rows: format.count(rowCount),
            }),
          }))}
          onChange={(value) => void chooseSheet(Number(value))}
        />
      )}
      {isFunnel && <RunChoice runId={choices.runId} />}
      {choices.campaign !== undefined && (
        <TextInput
          label={t('campaign')}
          description={t('campaignHint')}
          data-testid="import-campaign"
          value={choices.campaign}
          onChange={({ currentTarget }) => changeChoices({ campaign: currentTarget.value })}
        />
      )}
      {choices.assumedAt !== undefined && (
        <DateInput
          label={t('assumedDay')}
          description={t('assumedDayHint')}
          data-testid="import-assumed-day"
          valueFormat="YYYY-MM-DD"
          value={dayOf(choices.assumedAt, DEFAULT_TIME_ZONE)}
          onChange={(day) => {
            if (day) changeChoices({ assumedAt: startOfDay(day, DEFAULT_TIME_ZONE) });
          }}
        />
      )}
      {opened.encoding !== undefined && <EncodingChoice encoding={opened.encoding} />}
    </div>
  );
}
