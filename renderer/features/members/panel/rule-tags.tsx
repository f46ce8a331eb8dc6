import { Popover, UnstyledButton } from '@mantine/core';
import type { Tag } from '@shared/domain/tags/tag.schema';
import { dayOfNumber } from '@shared/lib/time';
import { IconBolt } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { mostTellingFirst } from '@/features/tags';
import { Explanation } from './explanation';
import { panelMessages } from './panel.messages';
import classes from './panel.module.css';
import { SHOWN_TAGS } from './use-assignments';

type RuleTagsProps = { memberId: string; tagOf: (id: string) => Tag | undefined };

/** Tags that rules give: since when, and why by every condition; they go when the facts change. */
export function RuleTags({ memberId, tagOf }: RuleTagsProps) {
  const t = useMessages(panelMessages);
  const format = useFormat();
  const row = useLive(
    async () => (await readDb.pagedGet('memberTags', memberId)) ?? null,
    [memberId],
  );
  const carried = (row?.tags ?? [])
    .flatMap(({ tagId, day }) => {
      const tag = tagOf(tagId);
      return tag === undefined || tag.isOff ? [] : [{ tag, day }];
    })
    .sort((a, b) => mostTellingFirst(a.tag, b.tag));
  return (
    <>
      {carried.slice(0, SHOWN_TAGS).map(({ tag, day }) => (
        <RuleTag
          key={tag.id}
          tag={tag}
          memberId={memberId}
          since={format.fullDay(dayOfNumber(day))}
        />
      ))}
      {carried.length > SHOWN_TAGS && (
        <span className={classes.none}>
          {t('moreTags', { n: format.count(carried.length - SHOWN_TAGS) })}
        </span>
      )}
    </>
  );
}

function RuleTag({ tag, memberId, since }: { tag: Tag; memberId: string; since: string }) {
  const t = useMessages(panelMessages);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Popover
      width={380}
      position="bottom-start"
      shadow="md"
      withArrow
      opened={isOpen}
      onChange={setIsOpen}
    >
      <Popover.Target>
        <UnstyledButton
          className={classes.ruleTag}
          data-testid="member-rule-tag"
          aria-label={t('whyTag', { name: tag.name })}
          onClick={() => setIsOpen((before) => !before)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || !isOpen) return;
            event.preventDefault();
            setIsOpen(false);
          }}
        >
          <IconBolt size={12} stroke={2} aria-hidden /> {tag.name}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={classes.explanation}>
        <b>{tag.name}</b>
        <p className={classes.none}>{t('sinceDay', { day: since })}</p>
        {isOpen && tag.rule && <Explanation rule={tag.rule} memberId={memberId} />}
      </Popover.Dropdown>
    </Popover>
  );
}
