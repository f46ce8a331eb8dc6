import { Button, Combobox, useCombobox } from '@mantine/core';
import type { Condition } from '@shared/domain/rules/rule.schema';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { builderMessages } from './builder.messages';
import { useBuilder } from './builder-context';
import { CONDITION_GROUPS, conditionStarts, isOffered, START_IDS } from './condition-catalogue';

/** A searchable list of everything that one may ask of people. */
export function AddCondition({ onAdd }: { onAdd: (condition: Condition) => void }) {
  const t = useMessages(builderMessages);
  const { start } = useBuilder();
  const [text, setText] = useState('');
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      combobox.focusTarget();
      setText('');
    },
    onDropdownOpen: () => combobox.focusSearchInput(),
  });
  const wanted = text.trim().toLowerCase();
  const { selectFirstOption, resetSelectedOption } = combobox;
  // Once the options that fit are drawn, so that Enter takes the first of them.
  useEffect(() => {
    if (wanted === '') resetSelectedOption();
    else selectFirstOption();
  }, [wanted, selectFirstOption, resetSelectedOption]);
  const shown = CONDITION_GROUPS.map((group) => ({
    group,
    ids: START_IDS.filter(
      (id) =>
        conditionStarts[id].group === group &&
        isOffered(id, start) &&
        `${t(`group.${group}`)} ${t(`start.${id}`)}`.toLowerCase().includes(wanted),
    ),
  })).filter(({ ids }) => ids.length > 0);

  return (
    <Combobox
      store={combobox}
      width={300}
      position="bottom-start"
      shadow="md"
      onOptionSubmit={(value) => {
        const id = START_IDS.find((it) => it === value);
        combobox.closeDropdown();
        if (id) onAdd(conditionStarts[id].make(start));
      }}
    >
      <Combobox.Target withAriaAttributes={false}>
        <Button
          size="compact-sm"
          variant="light"
          data-testid="rule-add"
          leftSection={<IconPlus size={14} stroke={2} />}
          onClick={() => combobox.toggleDropdown()}
        >
          {t('add')}
        </Button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          data-testid="rule-add-search"
          aria-label={t('addSearch')}
          placeholder={t('addSearch')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Combobox.Options mah={320} style={{ overflowY: 'auto' }}>
          {shown.map(({ group, ids }) => (
            <Combobox.Group key={group} label={t(`group.${group}`)}>
              {ids.map((id) => (
                <Combobox.Option key={id} value={id} data-testid={`rule-start-${id}`}>
                  {t(`start.${id}`)}
                </Combobox.Option>
              ))}
            </Combobox.Group>
          ))}
          {shown.length === 0 && <Combobox.Empty>{t('addNothing')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
