import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { problemText, showDone } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { redeemPrivilege } from './growth-value.commands';
import { growthValueMessages } from './growth-value.messages';
import classes from './growth-value.module.css';
import type { FoundMember } from './member-finder';
import { usePrivileges } from './use-growth';

type RedeemFormProps = { member: FoundMember; onDone: () => void };

export function RedeemForm({ member, onDone }: RedeemFormProps) {
  const t = useMessages(growthValueMessages);
  const format = useFormat();
  const privileges = usePrivileges()?.filter((it) => !it.isOff);
  const [privilegeId, setPrivilegeId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();

  async function redeem(event: FormEvent) {
    event.preventDefault();
    const privilege = privileges?.find((it) => it.id === privilegeId);
    if (!privilege) {
      setProblem(t('privilegeMissing'));
      return;
    }
    const { id, name: what } = privilege;
    try {
      const { left } = await execute(redeemPrivilege, {
        memberId: member.id,
        privilegeId: id,
        who: member.name,
        what,
        ...(reason.trim() === '' ? {} : { reason }),
      });
      onDone();
      showDone(t('redeemed', { who: member.name, what, left: format.count(left) }), { undo: true });
    } catch (error) {
      setProblem(problemText(error));
    }
  }

  if (privileges?.length === 0) return <p className={classes.quiet}>{t('noPrivilege')}</p>;
  return (
    <form noValidate onSubmit={(event) => void redeem(event)}>
      <Stack gap="sm">
        <Select
          label={t('choosePrivilege')}
          data-testid="growth-privilege"
          allowDeselect={false}
          data={(privileges ?? []).map(({ id, name, points }) => ({
            value: id,
            label: `${name} · ${t('points', { n: format.count(points) })}`,
          }))}
          value={privilegeId}
          onChange={setPrivilegeId}
        />
        <TextInput
          label={t('reason')}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {problem !== undefined && (
          <div role="alert" className={classes.problem} data-testid="growth-problem">
            {problem}
          </div>
        )}
        <Group justify="flex-end">
          <Button type="submit" data-testid="growth-redeem">
            {t('redeem')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
