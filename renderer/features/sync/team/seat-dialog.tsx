import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import type { Role, SeatLine } from '@shared/contracts/hub-http';
import { seesAll } from '@shared/sync/scopes';
import { type FormEvent, useState } from 'react';
import { problemText, showDone } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useReturnFocus } from '@/ui/use-return-focus';
import { RoleField } from '../role-field';
import classes from '../sync.module.css';
import { syncFace } from '../sync-face';
import { grantsOf, sightOf } from './sight.rules';
import { SightFields } from './sight-fields';
import { teamMessages } from './team.messages';

type SeatDialogProps = { seat: SeatLine; ownRole: Role; onClose: () => void; onSaved: () => void };

/** Name, role and groups of a laptop of the team. */
export function SeatDialog({ seat, ownRole, onClose, onSaved }: SeatDialogProps) {
  useReturnFocus();
  const t = useMessages(teamMessages);
  const [name, setName] = useState(seat.name);
  const [role, setRole] = useState(seat.role);
  const [sight, setSight] = useState(() => sightOf(seat.grants, seat.role === 'viewer'));
  const [problems, setProblems] = useState<{ sight?: string; all?: string }>({});
  const [isBusy, setIsBusy] = useState(false);
  const grants = grantsOf(role === 'owner' ? { ...sight, isAll: true } : sight, role === 'viewer');
  const isNarrower = seesAll(seat.grants) && !seesAll(grants);

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (grants.length === 0) return setProblems({ sight: t('pickMissing') });
    setIsBusy(true);
    try {
      await syncFace().changeSeat(seat.id, { name: name.trim() || seat.name, role, grants });
      onSaved();
      onClose();
      showDone(t('saved', { name: name.trim() || seat.name }));
    } catch (error) {
      setProblems({ all: problemText(error) });
      setIsBusy(false);
    }
    return undefined;
  }

  return (
    <Modal opened onClose={onClose} title={t('changeTitle', { name: seat.name })} size={480}>
      <form noValidate onSubmit={(event) => void save(event)}>
        <Stack gap="md">
          <TextInput
            label={t('name')}
            data-testid="seat-name"
            data-autofocus
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <RoleField role={role} highest={ownRole} onChange={setRole} />
          {role !== 'owner' && (
            <SightFields
              sight={sight}
              isViewer={role === 'viewer'}
              problem={problems.sight}
              onChange={setSight}
            />
          )}
          {isNarrower && (
            <div className={classes.notice}>
              <p>{t('narrowText')}</p>
            </div>
          )}
          {problems.all !== undefined && (
            <p role="alert" className={classes.problem}>
              {problems.all}
            </p>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" data-testid="seat-save" loading={isBusy}>
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
