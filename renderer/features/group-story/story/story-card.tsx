import { Button, Select } from '@mantine/core';
import type { GroupEvent } from '@shared/domain/group-life/group-event.schema';
import type { Group } from '@shared/domain/groups/group.schema';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { Card } from '@/ui/card';
import { groupStoryMessages } from '../group-story.messages';
import { NoteDialog } from './note-dialog';
import classes from './story.module.css';
import { StoryLine } from './story-line';

const FILTERS = {
  all: undefined,
  phase: ['full', 'phase', 'declined'],
  list: ['list'],
  end: ['decision', 'plan', 'dissolved', 'reopened'],
  note: ['note'],
} as const satisfies Record<string, readonly GroupEvent['kind'][] | undefined>;
type Filter = keyof typeof FILTERS;
const FILTER_KEYS = Object.keys(FILTERS) as Filter[];

/** So many lines at a time. */
const PAGE = 20;

type StoryCardProps = { group: Group; events: readonly GroupEvent[] };

/** Everything that happened to the group, the latest first. */
export function StoryCard({ group, events }: StoryCardProps) {
  const t = useMessages(groupStoryMessages);
  const [filter, setFilter] = useState<Filter>('all');
  const [shown, setShown] = useState(PAGE);
  const [isNoting, setNoting] = useState(false);
  const kinds: readonly GroupEvent['kind'][] | undefined = FILTERS[filter];
  const lines = events.filter(({ kind }) => !kinds || kinds.includes(kind));
  const more = lines.length - shown;
  return (
    <Card
      title={t('story')}
      actions={
        <span className={classes.actions}>
          <Select
            size="xs"
            w={130}
            aria-label={t('storyFilter')}
            data-testid="story-filter"
            allowDeselect={false}
            data={FILTER_KEYS.map((value) => ({ value, label: t(`filter_${value}`) }))}
            value={filter}
            onChange={(value) => {
              setFilter(FILTER_KEYS.find((it) => it === value) ?? 'all');
              setShown(PAGE);
            }}
          />
          <Button
            size="compact-sm"
            variant="default"
            data-testid="story-note"
            onClick={() => setNoting(true)}
          >
            {t('note')}
          </Button>
        </span>
      }
    >
      {lines.length === 0 && (
        <p className={classes.quiet}>{t(events.length === 0 ? 'storyEmpty' : 'storyNone')}</p>
      )}
      <ol className={classes.list}>
        {lines.slice(0, shown).map((event) => (
          <StoryLine key={event.id} event={event} />
        ))}
      </ol>
      {more > 0 && (
        <Button size="compact-sm" variant="subtle" onClick={() => setShown(shown + PAGE)}>
          {t('storyMore', { count: Math.min(PAGE, more) })}
        </Button>
      )}
      {isNoting && <NoteDialog group={group} onClose={() => setNoting(false)} />}
    </Card>
  );
}
