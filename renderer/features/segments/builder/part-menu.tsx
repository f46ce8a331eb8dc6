import { ActionIcon, Menu } from '@mantine/core';
import type { Rule } from '@shared/domain/rules/rule.schema';
import {
  IconArrowDown,
  IconArrowUp,
  IconCopy,
  IconDots,
  IconHourglass,
  IconLayersSubtract,
  IconTrash,
} from '@tabler/icons-react';
import { useMessages } from '@/app/i18n/messages';
import { builderMessages } from './builder.messages';
import { useBuilder } from './builder-context';
import {
  duplicatePart,
  heldDays,
  isGroup,
  movePart,
  type RulePath,
  removePart,
  replaceAt,
  ruleAt,
  setHeld,
  unwrapPart,
  wrapPart,
} from './rule-edit';

const DEFAULT_HELD_DAYS = 7;
const icon = { size: 15, stroke: 1.75 };

/** What can be done with a part as a whole. */
export function PartMenu({ rule, path }: { rule: Rule; path: RulePath }) {
  const t = useMessages(builderMessages);
  const { root, change } = useBuilder();
  const outer = ruleAt(root, path.slice(0, -1));
  const last = (outer && isGroup(outer) ? outer.of.length : 1) - 1;
  const index = path.at(-1) ?? 0;
  const isHeld = heldDays(rule) !== undefined;
  const at = (i: number) => [...path.slice(0, -1), i];
  return (
    <Menu position="bottom-end" shadow="md" returnFocus>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('more')}
          data-testid="rule-more"
          data-more-of={path.join('.')}
        >
          <IconDots {...icon} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconArrowUp {...icon} />}
          disabled={index === 0}
          onClick={() => change(movePart(root, path, -1), at(index - 1))}
        >
          {t('up')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowDown {...icon} />}
          disabled={index >= last}
          onClick={() => change(movePart(root, path, 1), at(index + 1))}
        >
          {t('down')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconCopy {...icon} />}
          onClick={() => change(duplicatePart(root, path), at(index + 1))}
        >
          {t('duplicate')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLayersSubtract {...icon} />}
          data-testid="rule-wrap"
          onClick={() => change(wrapPart(root, path), path)}
        >
          {t('wrap')}
        </Menu.Item>
        {isGroup(rule) && (
          <Menu.Item onClick={() => change(unwrapPart(root, path), path)}>{t('unwrap')}</Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconHourglass {...icon} />}
          data-testid="rule-hold"
          onClick={() =>
            change(
              replaceAt(root, path, (part) =>
                setHeld(part, isHeld ? undefined : DEFAULT_HELD_DAYS),
              ),
              path,
            )
          }
        >
          {t(isHeld ? 'holdOff' : 'holdOn')}
        </Menu.Item>
        <Menu.Item
          color="red"
          leftSection={<IconTrash {...icon} />}
          data-testid="rule-remove"
          onClick={() => change(removePart(root, path), at(Math.max(0, index - 1)))}
        >
          {t('remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
