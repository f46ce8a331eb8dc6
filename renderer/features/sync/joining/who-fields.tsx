import { Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { changeSettings, useSettings } from '@/app/settings';
import { joiningMessages } from './joining.messages';

export type Who = {
  deviceName: string;
  person: string;
  setDeviceName: (name: string) => void;
  setPerson: (name: string) => void;
  /** As it is told to the hub. */
  said: () => { deviceName: string; person?: string };
  /** The name goes on standing beside what is done here. */
  remember: () => void;
};

/** Name of this laptop and of who uses it, begun with what is known of both. */
export function useWho(): Who {
  const t = useMessages(joiningMessages);
  const { operatorName = '' } = useSettings();
  const [typedDevice, setDeviceName] = useState<string>();
  const [person, setPerson] = useState(operatorName);
  const guess = person.trim() === '' ? '' : t('deviceOf', { name: person.trim() });
  const deviceName = typedDevice ?? guess;
  const name = person.trim();
  return {
    deviceName,
    person,
    setDeviceName,
    setPerson,
    said: () => ({ deviceName: deviceName.trim(), ...(name === '' ? {} : { person: name }) }),
    remember: () => {
      if (name !== '' && operatorName === '') changeSettings({ operatorName: name });
    },
  };
}

type WhoFieldsProps = { who: Who; problem: string | undefined; isDisabled: boolean };

export function WhoFields({ who, problem, isDisabled }: WhoFieldsProps) {
  const t = useMessages(joiningMessages);
  return (
    <Group grow align="flex-start">
      <TextInput
        label={t('person')}
        data-testid="sync-person"
        placeholder={t('personPlaceholder')}
        maxLength={60}
        value={who.person}
        disabled={isDisabled}
        onChange={(event) => who.setPerson(event.currentTarget.value)}
      />
      <TextInput
        label={t('device')}
        description={t('deviceHint')}
        data-testid="sync-device"
        placeholder={t('devicePlaceholder')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        maxLength={100}
        value={who.deviceName}
        error={problem}
        disabled={isDisabled}
        onChange={(event) => who.setDeviceName(event.currentTarget.value)}
      />
    </Group>
  );
}
