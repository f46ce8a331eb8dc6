import type { Tag } from '@shared/domain/tags/tag.schema';
import type { ReactNode } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { showPeople } from '@/features/segments';
import { tagsMessages } from './tags.messages';

type MembersLinkProps = { tag: Pick<Tag, 'id' | 'name'>; children: ReactNode };

/** Opens the list of members with everybody who carries the tag, by rule or by hand. */
export function MembersLink({ tag, children }: MembersLinkProps) {
  const t = useMessages(tagsMessages);
  return (
    <a
      href={`#/members/tag/${tag.id}`}
      title={t('seeMembers', { name: tag.name })}
      onClick={(event) => {
        event.preventDefault();
        showPeople({ title: tag.name, rule: { kind: 'tag', tagIds: [tag.id] } });
      }}
    >
      {children}
    </a>
  );
}
