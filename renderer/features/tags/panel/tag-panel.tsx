import { ActionIcon, Button, Menu } from '@mantine/core';
import type { Tag } from '@shared/domain/tags/tag.schema';
import { libraryTag } from '@shared/domain/tags/tag-library';
import {
  IconArrowBackUp,
  IconDots,
  IconEye,
  IconEyeOff,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useLive } from '@/db/use-live';
import { RuleSentence } from '@/features/segments';
import { Chip } from '@/ui/chip';
import { SidePanel } from '@/ui/side-panel';
import { TagChecks } from '../check/tag-checks';
import type { TagPeople } from '../list/use-tag-figures';
import { readChangedTagIds } from '../tags.queries';
import { useTagActions } from '../use-tag-actions';
import { TagChanges } from './tag-changes';
import { tagPanelMessages } from './tag-panel.messages';
import classes from './tag-panel.module.css';
import { TagPeoplePart } from './tag-people';

type TagPanelProps = {
  tag: Tag;
  figures: TagPeople | undefined;
  onEdit: (tag: Tag) => void;
  onClose: () => void;
};

/** All about one tag, beside the list. */
export function TagPanel({ tag, figures, onEdit, onClose }: TagPanelProps) {
  const t = useMessages(tagPanelMessages);
  const words = useMessages(wordsMessages);
  const changed = useLive(readChangedTagIds, []);
  const isReady = libraryTag(tag.id) !== undefined;
  const isChanged = changed?.has(tag.id) === true;
  const origin = isReady ? t(isChanged ? 'changed' : 'ready') : t('own');
  return (
    <SidePanel
      testId="tag-panel"
      label={t('label')}
      closeLabel={t('close')}
      title={
        <>
          <h2 className={classes.name}>{tag.name}</h2>
          <div className={classes.chips}>
            <Chip>{words(`tagKind.${tag.kind}`)}</Chip>
            <Chip>{origin}</Chip>
            {tag.isHidden === true && <Chip tone="yellow">{t('isHidden')}</Chip>}
            {tag.rule && tag.isOff === true && <Chip tone="yellow">{t('off')}</Chip>}
          </div>
        </>
      }
      actions={
        <>
          <Button
            size="compact-sm"
            variant="default"
            data-testid="tag-edit"
            leftSection={<IconPencil size={14} stroke={1.75} />}
            onClick={() => onEdit(tag)}
          >
            {t('edit')}
          </Button>
          <TagMenu tag={tag} isReady={isReady} canReset={isReady && isChanged} onGone={onClose} />
        </>
      }
      onClose={onClose}
    >
      {tag.note !== undefined && <p className={classes.note}>{tag.note}</p>}
      <section className={classes.section}>
        <h3>{t('ruleTitle')}</h3>
        <p>{tag.rule ? <RuleSentence rule={tag.rule} /> : t('noRule')}</p>
        <p className={classes.quiet}>
          {tag.validDays === undefined ? t('validForever') : t('validDays', { n: tag.validDays })}
        </p>
      </section>
      <TagPeoplePart tag={tag} figures={figures} />
      <TagChecks tag={tag} carriers={figures?.carriersOf(tag.id)} />
      {tag.rule && <TagChanges tagId={tag.id} />}
    </SidePanel>
  );
}

type TagMenuProps = { tag: Tag; isReady: boolean; canReset: boolean; onGone: () => void };

function TagMenu({ tag, isReady, canReset, onGone }: TagMenuProps) {
  const t = useMessages(tagPanelMessages);
  const { setHidden, reset, remove } = useTagActions();
  const icon = { size: 16, stroke: 1.75 };
  const isHidden = tag.isHidden === true;
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" data-testid="tag-more" aria-label={t('more')}>
          <IconDots size={18} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {canReset && (
          <Menu.Item
            data-testid="tag-reset"
            leftSection={<IconArrowBackUp {...icon} />}
            onClick={() => void reset(tag)}
          >
            {t('reset')}
          </Menu.Item>
        )}
        <Menu.Item
          data-testid="tag-hide"
          leftSection={isHidden ? <IconEye {...icon} /> : <IconEyeOff {...icon} />}
          onClick={() => void setHidden(tag, !isHidden)}
        >
          {t(isHidden ? 'show' : 'hide')}
        </Menu.Item>
        {!isReady && (
          <Menu.Item
            color="red"
            data-testid="tag-remove"
            leftSection={<IconTrash {...icon} />}
            onClick={() => void remove(tag).then((isGone) => isGone && onGone())}
          >
            {t('remove')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
