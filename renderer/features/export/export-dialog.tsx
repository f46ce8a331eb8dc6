import { Modal, Stack, Switch, Text } from '@mantine/core';
import type { ColumnSet } from '@shared/domain/export/column-set.schema';
import { type ExportList, firstColumns, hasPhones } from '@shared/domain/export/export-lists';
import { type ReactNode, useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useLanguageKey } from '@/app/i18n/use-language-key';
import { useSettings } from '@/app/settings';
import { useLive } from '@/db/use-live';
import { useReturnFocus } from '@/ui/use-return-focus';
import type { ExportFormat, ExportScope } from '@/workers/export/export-types';
import { ChoiceButtons } from './choice-buttons';
import { ColumnList } from './column-list';
import { exportMessages } from './export.messages';
import { readColumnSets } from './export.queries';
import classes from './export-dialog.module.css';
import { ExportFooter } from './export-footer';
import { familyOf } from './list-families';
import { SetBar } from './set-bar';
import { useExport } from './use-export';
import { useRecordCount } from './use-record-count';

export type ExportDialogProps = {
  list: ExportList;
  /** What the screen shows of the list just now; left out where it shows all. */
  scope?: ExportScope | undefined;
  onClose: () => void;
};

const NO_SETS: readonly ColumnSet[] = [];
const WHOLE: ExportScope = {};

/** From a list on screen to a file: what, which, columns, format, phones. */
export function ExportDialog({ list: opened, scope, onClose }: ExportDialogProps) {
  useReturnFocus();
  const t = useMessages(exportMessages);
  const language = useLanguageKey();
  const settings = useSettings();
  const [list, setList] = useState(opened);
  const [isWhole, setIsWhole] = useState(scope === undefined);
  const [columns, setColumns] = useState(() => firstColumns(opened));
  const [setId, setSetId] = useState<string>();
  const [format, setFormat] = useState<ExportFormat>('xlsx');
  const [isMasked, setIsMasked] = useState(settings.privacyMask === true);
  const sets = useLive(() => readColumnSets(list), [list]) ?? NO_SETS;
  const { state, run, cancel, reset } = useExport();
  const isBusy = state.step === 'writing';
  const wanted = (!isWhole && list === opened && scope) || WHOLE;
  const count = useRecordCount(list, wanted);
  const labels = useLabels();

  function chooseList(next: ExportList): void {
    setList(next);
    setColumns(firstColumns(next));
    setSetId(undefined);
    reset();
  }
  function pickSet(set: ColumnSet | undefined): void {
    setSetId(set?.id);
    setColumns(set ? set.columns : firstColumns(list));
    if (set?.isForSharing) setIsMasked(true);
  }

  return (
    <Modal opened onClose={isBusy ? cancel : onClose} title={t('title')} size={680}>
      <Stack gap={14} data-testid="export-dialog">
        <Line label={t('what')}>
          <ChoiceButtons
            label={t('what')}
            chosen={list}
            isDisabled={isBusy}
            onChoose={chooseList}
            options={familyOf(opened).map((value) => ({
              value,
              label: t(`list.${value}`),
              testId: `export-list-${value}`,
            }))}
          />
        </Line>
        {scope && list === opened && (
          <Line label={t('which')}>
            <ChoiceButtons
              label={t('which')}
              chosen={isWhole ? 'all' : 'shown'}
              isDisabled={isBusy}
              onChoose={(which) => setIsWhole(which === 'all')}
              options={[
                {
                  value: 'shown' as const,
                  label: t(shownAs(scope)),
                  testId: 'export-scope-shown',
                },
                { value: 'all' as const, label: t('all'), testId: 'export-scope-all' },
              ]}
            />
          </Line>
        )}
        <Line label={t('set')}>
          <SetBar
            list={list}
            sets={sets}
            setId={setId}
            columns={columns}
            isDisabled={isBusy}
            onPick={pickSet}
            onSaved={setSetId}
          />
        </Line>
        <div>
          <ColumnList
            list={list}
            language={language}
            chosen={columns}
            isDisabled={isBusy}
            onChange={setColumns}
          />
          <Text size="xs" c="dimmed" mt={4}>
            {t('columnsHint')}
          </Text>
        </div>
        <Line label={t('format')}>
          <ChoiceButtons
            label={t('format')}
            chosen={format}
            isDisabled={isBusy}
            onChoose={setFormat}
            options={labels.formats}
          />
        </Line>
        {hasPhones(list) && (
          <Line label={t('phones')}>
            <Switch
              label={t('mask')}
              description={isMasked ? t('maskHint') : undefined}
              checked={isMasked}
              disabled={isBusy}
              data-testid="export-mask"
              onChange={(event) => setIsMasked(event.currentTarget.checked)}
            />
          </Line>
        )}
        <ExportFooter
          state={state}
          count={count}
          hasColumns={columns.length > 0}
          format={format}
          onRun={() => void run({ list, columns, format, isMasked, scope: wanted })}
          onCancel={cancel}
          onClose={onClose}
        />
      </Stack>
    </Modal>
  );
}

const shownAs = (scope: ExportScope) =>
  scope.run
    ? 'thisRun'
    : scope.roster
      ? scope.roster.listId === undefined
        ? 'thisGroup'
        : 'thisList'
      : scope.memberIds
        ? 'picked'
        : 'shown';

function useLabels() {
  const t = useMessages(exportMessages);
  const formats = (['xlsx', 'csv'] as const).map((value) => ({
    value,
    label: t(value),
    testId: `export-format-${value}`,
  }));
  return { formats };
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={classes.line}>
      <span className={classes.label}>{label}</span>
      <div className={classes.field}>{children}</div>
    </div>
  );
}
