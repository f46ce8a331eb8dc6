import { Button, Modal, Group as Row, Select, Stack, Text, TextInput } from '@mantine/core';
import {
  isKnownVariable,
  OWN_VARIABLES,
  SHOP_VARIABLE,
} from '@shared/domain/calendar/send-text.rules';
import { hasBraces } from '@shared/domain/calendar/send-variables.schema';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import type { DayList } from '../day-list.queries';
import type { SendActions } from '../desk/use-send-actions';
import { sendMessages } from '../send.messages';
import { usedVariables } from './used-variables';
import { VariableField } from './variable-field';

type VariablesDialogProps = {
  list: DayList;
  setVariable: SendActions['setVariable'];
  onClose: () => void;
};

/** What the texts' variables stand for: a value for all groups, and where a group differs its own. */
export function VariablesDialog({ list, setVariable, onClose }: VariablesDialogProps) {
  const t = useMessages(sendMessages);
  const [added, setAdded] = useState<string[]>([]);
  const [typed, setTyped] = useState('');
  const live = list.groups.filter(({ phase }) => phase !== 'dissolved');
  const [groupId, setGroupId] = useState(live[0]?.id);
  const group = live.find(({ id }) => id === groupId);
  const names = [
    ...new Set([
      ...OWN_VARIABLES,
      ...usedVariables(list),
      ...Object.keys(list.variables),
      ...live.flatMap(({ variables }) => Object.keys(variables ?? {})),
      ...added,
    ]),
  ].filter((name) => !isKnownVariable(name));
  const isUsable = typed.trim() !== '' && typed.trim().length <= 20 && !hasBraces(typed);
  const add = () => {
    if (!isUsable) return;
    setAdded([...added, typed.trim()]);
    setTyped('');
  };
  return (
    <Modal
      opened
      size={640}
      onClose={onClose}
      title={t('variablesTitle')}
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack gap="sm" data-testid="send-variables">
        <Text size="sm" c="dimmed">
          {t('variablesText')}
        </Text>
        {live.length > 0 && (
          <Select
            size="xs"
            label={t('variablesGroup')}
            allowDeselect={false}
            searchable
            value={groupId ?? null}
            data={live.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id) => setGroupId(id ?? undefined)}
          />
        )}
        {names.map((name) => (
          <Row key={name} grow gap="sm" align="flex-end">
            <VariableField
              key="all"
              label={`{${name}} ${t('variablesAll')}`}
              placeholder={
                name === SHOP_VARIABLE && list.workspaceName !== ''
                  ? list.workspaceName
                  : t('variableNone')
              }
              value={list.variables[name] ?? ''}
              onSave={(value) => setVariable(name, value, undefined)}
            />
            {group && (
              <VariableField
                key={group.id}
                label={`{${name}} ${group.name}`}
                placeholder={list.variables[name] ?? t('variableNone')}
                value={group.variables?.[name] ?? ''}
                onSave={(value) => setVariable(name, value, group.id)}
              />
            )}
          </Row>
        ))}
        <Row gap="xs" align="flex-end">
          <TextInput
            size="xs"
            label={t('variableNew')}
            maxLength={20}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) add();
            }}
          />
          <Button size="xs" variant="default" disabled={!isUsable} onClick={add}>
            {t('variableAdd')}
          </Button>
        </Row>
      </Stack>
    </Modal>
  );
}
