import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import {
  assignTag,
  type PickedTag,
  TagPicker,
  unassignTag,
  useTags,
  useUntaggedWords,
} from '@/features/tags';
import { panelMessages } from './panel.messages';
import classes from './panel.module.css';
import { RuleTags } from './rule-tags';
import { SHOWN_TAGS, useAssignments } from './use-assignments';

/** The member's tags with where they come from; put on and taken off by hand. */
export function MemberTags({ memberId }: { memberId: string }) {
  const t = useMessages(panelMessages);
  const untagged = useUntaggedWords();
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const { tagOf } = useTags();
  const [isAdding, setIsAdding] = useState(false);
  const addButton = useRef<HTMLButtonElement>(null);
  const wasAdding = useRef(false);
  useEffect(() => {
    // The picker that had the focus is gone; the next tag is one key away.
    if (wasAdding.current && !isAdding) addButton.current?.focus();
    wasAdding.current = isAdding;
  }, [isAdding]);
  const carried = useAssignments(memberId);
  const assigned = carried?.rows;

  async function add({ tagId, name }: PickedTag) {
    setIsAdding(false);
    try {
      await execute(assignTag, { memberIds: [memberId], name, ...(tagId ? { tagId } : {}) });
      showDone(t('tagged', { name }), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  }
  async function remove(tagId: string, name: string) {
    try {
      const who = { memberIds: [memberId], tagId, name };
      const { isGivenByRule } = await execute(unassignTag, who);
      showDone(untagged(t('untagged', { name }), isGivenByRule), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  }

  return (
    <section className={classes.section}>
      <h3>{t('tags')}</h3>
      <div className={classes.tags}>
        {(assigned ?? []).slice(0, SHOWN_TAGS).map((assignment) => {
          const name = tagOf(assignment.tagId)?.name;
          if (name === undefined) return null;
          const from = t('tagFrom', {
            source: words(`tagSource.${assignment.source}`),
            date: format.dateTime(assignment.at),
          });
          return (
            <Tooltip key={assignment.id} label={assignment.reason ?? from}>
              <span className={classes.tag} data-testid="member-tag">
                {name}
                <ActionIcon
                  size={20}
                  variant="transparent"
                  aria-label={t('removeTag', { name })}
                  onClick={() => void remove(assignment.tagId, name)}
                >
                  <IconX size={12} stroke={2} />
                </ActionIcon>
              </span>
            </Tooltip>
          );
        })}
        {carried && carried.total > SHOWN_TAGS && (
          <span className={classes.none} data-testid="member-more-tags" data-n={carried.total}>
            {t('moreTags', { n: format.count(carried.total - SHOWN_TAGS) })}
          </span>
        )}
        <RuleTags memberId={memberId} tagOf={tagOf} />
        {isAdding ? (
          <TagPicker
            testId="member-tag-picker"
            autoFocus
            except={(assigned ?? []).map((it) => it.tagId)}
            onPick={(tag) => void add(tag)}
            onCancel={() => setIsAdding(false)}
          />
        ) : (
          <Button
            ref={addButton}
            size="compact-xs"
            variant="subtle"
            data-testid="member-add-tag"
            leftSection={<IconPlus size={12} stroke={2} />}
            onClick={() => setIsAdding(true)}
          >
            {t('addTag')}
          </Button>
        )}
      </div>
    </section>
  );
}
