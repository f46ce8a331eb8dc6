import {
  Button,
  Group,
  Modal,
  MultiSelect,
  NumberInput,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core';
import type { Privilege } from '@shared/domain/growth/growth.schema';
import type { GrowthLevel } from '@shared/domain/growth/growth-settings.schema';
import { type FormEvent, useState } from 'react';
import { problemText, showDone } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { useReturnFocus } from '@/ui/use-return-focus';
import { savePrivileges } from './growth-value.commands';
import { growthValueMessages } from './growth-value.messages';
import classes from './growth-value.module.css';
import { useLevelName } from './use-growth';

type PrivilegeDialogProps = {
  /** What is known already; nothing for a new one. */
  privilege: Partial<Privilege>;
  levels: readonly GrowthLevel[];
  onClose: () => void;
};

/** Name, price, cost, how many, whom it is open to. */
export function PrivilegeDialog({ privilege, levels, onClose }: PrivilegeDialogProps) {
  useReturnFocus();
  const t = useMessages(growthValueMessages);
  const nameOf = useLevelName();
  const [draft, setDraft] = useState({
    name: privilege.name ?? '',
    points: privilege.points ?? 100,
    costFen: privilege.costFen,
    stock: privilege.stock,
    levels: privilege.levels ?? [],
    note: privilege.note ?? '',
  });
  const [problem, setProblem] = useState<string>();
  const change = (patch: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...patch }));
  const { id, isOff } = privilege;

  async function save(event: FormEvent) {
    event.preventDefault();
    const name = draft.name.trim();
    const { points, costFen, stock, levels: keys } = draft;
    const note = draft.note.trim();
    try {
      await execute(savePrivileges, {
        privileges: [
          {
            ...(id === undefined ? {} : { id }),
            name,
            points,
            ...(costFen === undefined ? {} : { costFen }),
            ...(stock === undefined ? {} : { stock }),
            ...(keys.length === 0 ? {} : { levels: keys }),
            ...(isOff ? { isOff } : {}),
            ...(note === '' ? {} : { note }),
          },
        ],
      });
      onClose();
      showDone(t('privilegeSaved', { name }), { undo: true });
    } catch (error) {
      setProblem(problemText(error));
    }
  }

  const wholeOr = (value: number | string) => (value === '' ? undefined : Number(value));
  return (
    <Modal
      opened
      onClose={onClose}
      title={id === undefined ? t('addPrivilege') : t('editPrivilege', { name: draft.name })}
      size={480}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form noValidate onSubmit={(event) => void save(event)}>
        <Stack gap="sm">
          <TextInput
            label={t('name')}
            data-testid="privilege-name"
            maxLength={100}
            value={draft.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <Group grow align="flex-start">
            <NumberInput
              label={t('price')}
              data-testid="privilege-points"
              min={1}
              max={1_000_000}
              allowDecimal={false}
              value={draft.points}
              onChange={(value) => change({ points: wholeOr(value) ?? 1 })}
            />
            <NumberInput
              label={t('cost')}
              min={0}
              decimalScale={2}
              value={draft.costFen === undefined ? '' : draft.costFen / 100}
              onChange={(value) =>
                change({ costFen: value === '' ? undefined : Math.round(Number(value) * 100) })
              }
            />
            <NumberInput
              label={t('stock')}
              data-testid="privilege-stock"
              placeholder={t('stockHint')}
              min={0}
              allowDecimal={false}
              value={draft.stock ?? ''}
              onChange={(value) => change({ stock: wholeOr(value) })}
            />
          </Group>
          <MultiSelect
            label={t('openTo')}
            placeholder={draft.levels.length === 0 ? t('openToHint') : ''}
            data={levels.map((level) => ({ value: level.key, label: nameOf(level) }))}
            value={draft.levels}
            onChange={(keys) => change({ levels: keys })}
          />
          <Textarea
            label={t('note')}
            autosize
            minRows={2}
            maxLength={500}
            value={draft.note}
            onChange={(event) => change({ note: event.currentTarget.value })}
          />
          {problem !== undefined && (
            <div role="alert" className={classes.problem}>
              {problem}
            </div>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" data-testid="privilege-save" disabled={draft.name.trim() === ''}>
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
