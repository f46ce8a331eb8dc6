import { Button, Checkbox, Group, Select, TextInput } from '@mantine/core';
import type { ColumnSet } from '@shared/domain/export/column-set.schema';
import type { ExportList } from '@shared/domain/export/export-lists';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import {
  changeColumnSet,
  removeColumnSet,
  renameColumnSet,
  saveColumnSet,
} from './export.commands';
import { exportMessages } from './export.messages';

type SetBarProps = {
  list: ExportList;
  sets: readonly ColumnSet[];
  setId: string | undefined;
  columns: readonly string[];
  isDisabled: boolean;
  onPick: (set: ColumnSet | undefined) => void;
  onSaved: (id: string) => void;
};

type Naming = { kind: 'save' | 'rename'; name: string; isForSharing: boolean };

const isSame = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((key, at) => key === b[at]);

/** Columns under a name: pick, save, change, rename, delete; each can be undone. */
export function SetBar(props: SetBarProps) {
  const { list, sets, setId, columns, isDisabled, onPick, onSaved } = props;
  const t = useMessages(exportMessages);
  const [naming, setNaming] = useState<Naming>();
  const current = sets.find((set) => set.id === setId);

  async function say(work: () => Promise<unknown>, done: string): Promise<void> {
    try {
      await work();
      showDone(done, { undo: true });
      setNaming(undefined);
    } catch (error) {
      showProblem(error);
    }
  }
  async function finishNaming({ kind, name, isForSharing }: Naming): Promise<void> {
    const words = t('setSaved', { name });
    if (kind === 'rename' && current) {
      await say(() => execute(renameColumnSet, { id: current.id, name }), words);
      return;
    }
    const wish = { list, name, columns: [...columns], isForSharing };
    await say(async () => onSaved((await execute(saveColumnSet, wish)).id), words);
  }

  if (naming) {
    return (
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void finishNaming(naming);
        }}
      >
        <Group gap={8} align="center">
          <TextInput
            size="xs"
            aria-label={t('setName')}
            placeholder={t('setName')}
            data-testid="export-set-name"
            data-autofocus
            autoFocus
            required
            maxLength={60}
            value={naming.name}
            onChange={(event) => setNaming({ ...naming, name: event.currentTarget.value })}
          />
          {naming.kind === 'save' && (
            <Checkbox
              size="xs"
              label={t('setSharing')}
              data-testid="export-set-sharing"
              checked={naming.isForSharing}
              onChange={(event) =>
                setNaming({ ...naming, isForSharing: event.currentTarget.checked })
              }
            />
          )}
          <Button
            type="submit"
            size="compact-sm"
            data-testid="export-set-save"
            disabled={naming.name.trim() === '' || columns.length === 0}
          >
            {t('save')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setNaming(undefined)}>
            {t('cancel')}
          </Button>
        </Group>
      </form>
    );
  }
  const isChanged = current !== undefined && !isSame(current.columns, columns);
  return (
    <Group gap={8}>
      <Select
        size="xs"
        aria-label={t('set')}
        data-testid="export-set"
        allowDeselect={false}
        disabled={isDisabled}
        value={setId ?? ''}
        data={[
          { value: '', label: t('setStandard') },
          ...sets.map((set) => ({ value: set.id, label: set.name })),
        ]}
        onChange={(id) => onPick(sets.find((set) => set.id === id))}
      />
      {current && isChanged && (
        <Button
          size="compact-sm"
          variant="light"
          onClick={() => {
            const { id, name, isForSharing } = current;
            const change = { id, columns: [...columns], isForSharing };
            void say(() => execute(changeColumnSet, change), t('setSaved', { name }));
          }}
        >
          {t('setUpdate', { name: current.name })}
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="subtle"
        disabled={isDisabled || columns.length === 0}
        data-testid="export-set-new"
        onClick={() => setNaming({ kind: 'save', name: '', isForSharing: false })}
      >
        {t('setSave')}
      </Button>
      {current && (
        <>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            onClick={() =>
              setNaming({
                kind: 'rename',
                name: current.name,
                isForSharing: current.isForSharing,
              })
            }
          >
            {t('setRename')}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            data-testid="export-set-remove"
            onClick={() => {
              const { id, name } = current;
              onPick(undefined);
              void say(() => execute(removeColumnSet, { id, name }), t('setRemoved', { name }));
            }}
          >
            {t('setRemove')}
          </Button>
        </>
      )}
    </Group>
  );
}
