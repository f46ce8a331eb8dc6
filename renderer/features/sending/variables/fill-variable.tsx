import { Button, Group as Row, SegmentedControl, TextInput } from '@mantine/core';
import { ALL_GROUPS } from '@shared/domain/calendar/send-targets.rules';
import { isKnownVariable } from '@shared/domain/calendar/send-text.rules';
import { hasBraces } from '@shared/domain/calendar/send-variables.schema';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import type { SendActions } from '../desk/use-send-actions';
import { sendMessages } from '../send.messages';

type FillVariableProps = {
  name: string;
  groupId: string;
  groupName: string;
  setVariable: SendActions['setVariable'];
};

/** A variable without a value, filled on the spot: for this group alone or for all. */
export function FillVariable({ name, groupId, groupName, setVariable }: FillVariableProps) {
  const t = useMessages(sendMessages);
  const [value, setValue] = useState('');
  const canBeGroups = groupId !== ALL_GROUPS;
  const [scope, setScope] = useState<'all' | 'group'>('all');
  const isBroken = hasBraces(value);
  const save = () => {
    if (value.trim() === '' || isBroken) return;
    void setVariable(name, value, scope === 'group' ? groupId : undefined);
  };
  return (
    <Row gap="xs" align="flex-start" data-testid="send-fill" data-name={name}>
      <TextInput
        size="xs"
        maxLength={500}
        aria-label={t('fillValue', { name: `{${name}}` })}
        placeholder={t('fillValue', { name: `{${name}}` })}
        error={isBroken && t('fillBraces')}
        value={value}
        onChange={(event) => setValue(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) save();
        }}
      />
      {canBeGroups && !isKnownVariable(name) && (
        <SegmentedControl
          size="xs"
          value={scope}
          data={[
            { value: 'all', label: t('fillAll') },
            { value: 'group', label: t('fillGroup', { group: groupName }) },
          ]}
          onChange={(next) => setScope(next === 'group' ? 'group' : 'all')}
        />
      )}
      <Button size="xs" variant="light" disabled={value.trim() === '' || isBroken} onClick={save}>
        {t('save')}
      </Button>
    </Row>
  );
}
