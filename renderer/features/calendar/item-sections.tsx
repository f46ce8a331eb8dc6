import type { ContentItem } from '@shared/domain/calendar/content.schema';
import type { ComponentType } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { ItemAssets, ItemLibrary } from '@/features/assets';
import { RepeatField } from '@/features/content-plan';
import { ItemResults } from '@/features/content-results';
import { ItemExperiment } from '@/features/experiments';
import { SendLog } from '@/features/sending';
import { ApprovalSection } from './panel/approval-section';
import { ChecklistSection } from './panel/checklist-section';
import { KindSection } from './panel/kind-section';
import { NoteSection } from './panel/note-section';
import { PeopleSection } from './panel/people-section';
import { Section } from './panel/section';
import { sectionMessages } from './panel/section.messages';
import { TextSection } from './panel/text-section';
import { TitleSection } from './panel/title-section';
import { WhenSection } from './panel/when-section';

type ItemSection = {
  key:
    | keyof typeof sectionMessages.zh
    | 'title'
    | 'approval'
    | 'when'
    | 'kind'
    | 'library'
    | 'experiment';
  Part: ComponentType<{ item: ContentItem }>;
  /** Whether there is anything to say; without it always. */
  isShown?: (item: ContentItem) => boolean;
  /** What not everybody uses can be folded, and starts open where the item has something there. */
  startsOpen?: (item: ContentItem) => boolean;
};

/** The parts of the item panel, from top to bottom. */
const SECTIONS: readonly ItemSection[] = [
  { key: 'title', Part: TitleSection },
  { key: 'approval', Part: ApprovalSection },
  { key: 'when', Part: WhenSection },
  { key: 'kind', Part: KindSection },
  { key: 'text', Part: TextSection },
  { key: 'library', Part: ItemLibrary },
  { key: 'people', Part: PeopleSection },
  {
    key: 'experiment',
    Part: ItemExperiment,
    isShown: ({ experimentId }) => experimentId !== undefined,
  },
  { key: 'repeat', Part: RepeatField, startsOpen: ({ repeatId }) => repeatId !== undefined },
  { key: 'assets', Part: ItemAssets },
  {
    key: 'checklist',
    Part: ChecklistSection,
    startsOpen: ({ checklist = [] }) => checklist.length > 0,
  },
  {
    key: 'note',
    Part: NoteSection,
    startsOpen: ({ note, costFen }) => note !== undefined || costFen !== undefined,
  },
  {
    key: 'send',
    Part: SendLog,
    startsOpen: ({ status }) => status !== 'draft' && status !== 'review',
  },
  {
    key: 'results',
    Part: ItemResults,
    startsOpen: ({ status }) => status === 'sent' || status === 'measured',
  },
];

/** Sections without a name of their own say by their fields what they are. */
const isNamed = (key: ItemSection['key']): key is keyof typeof sectionMessages.zh =>
  key in sectionMessages.zh;

export function ItemSections({ item }: { item: ContentItem }) {
  const t = useMessages(sectionMessages);
  const shown = SECTIONS.filter(({ isShown }) => isShown?.(item) !== false);
  return shown.map(({ key, Part, startsOpen }) => (
    <Section
      key={key}
      {...(isNamed(key) && { title: t(key) })}
      fold={startsOpen && { startsOpen: startsOpen(item) }}
    >
      <Part item={item} />
    </Section>
  ));
}
