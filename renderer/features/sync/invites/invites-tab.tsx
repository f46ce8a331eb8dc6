import { Button, Group, Select, Stack, Text } from '@mantine/core';
import type { InviteAnswer, Role } from '@shared/contracts/hub-http';
import type { SyncPlace } from '@shared/sync/local-port';
import { type FormEvent, useState } from 'react';
import { problemText } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { Card } from '@/ui/card';
import { RoleField } from '../role-field';
import classes from '../sync.module.css';
import { syncFace } from '../sync-face';
import { grantsOf, WHOLE_SIGHT } from '../team/sight.rules';
import { SightFields } from '../team/sight-fields';
import { InviteMade } from './invite-made';
import { invitesMessages } from './invites.messages';

const HOURS = ['24', '72', '168', '720'] as const;
type Hours = (typeof HOURS)[number];

/** Lets one more laptop in: what it may do and see, for how long the offer holds. */
export function InvitesTab({ place }: { place: SyncPlace }) {
  const t = useMessages(invitesMessages);
  const [role, setRole] = useState<Role>('assistant');
  const [sight, setSight] = useState(WHOLE_SIGHT);
  const [hours, setHours] = useState<Hours>('72');
  const [invite, setInvite] = useState<InviteAnswer>();
  const [problems, setProblems] = useState<{ sight?: string; all?: string }>({});
  const [isBusy, setIsBusy] = useState(false);

  async function make(event: FormEvent): Promise<void> {
    event.preventDefault();
    const grants = grantsOf(role === 'owner' ? WHOLE_SIGHT : sight, role === 'viewer');
    if (grants.length === 0) return setProblems({ sight: t('pickMissing') });
    setProblems({});
    setIsBusy(true);
    try {
      setInvite(await syncFace().invite({ role, grants, hours: Number(hours) }));
    } catch (error) {
      setProblems({ all: problemText(error) });
    } finally {
      setIsBusy(false);
    }
    return undefined;
  }

  if (invite) {
    return <InviteMade invite={invite} place={place} onAnother={() => setInvite(undefined)} />;
  }
  return (
    <div className={classes.column}>
      <Text c="dimmed" maw={720}>
        {t('intro')}
      </Text>
      <Card>
        <form noValidate onSubmit={(event) => void make(event)}>
          <Stack gap="md" maw={480}>
            <RoleField role={role} highest={place.role} onChange={setRole} />
            {role !== 'owner' && (
              <SightFields
                sight={sight}
                isViewer={role === 'viewer'}
                problem={problems.sight}
                onChange={setSight}
              />
            )}
            <Select
              label={t('valid')}
              w={200}
              allowDeselect={false}
              value={hours}
              data={HOURS.map((value) => ({ value, label: t(`hours.${value}`) }))}
              onChange={(value) => setHours(HOURS.find((it) => it === value) ?? '72')}
            />
            {problems.all !== undefined && (
              <p role="alert" className={classes.problem}>
                {problems.all}
              </p>
            )}
            <Group>
              <Button type="submit" data-testid="invite-make" loading={isBusy}>
                {t('make')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Card>
    </div>
  );
}
