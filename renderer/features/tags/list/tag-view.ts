import type { TAG_KINDS, Tag } from '@shared/domain/tags/tag.schema';

/** Tags that a rule gives, by kind; tags without a rule are a section of their own. */
export const TAG_SECTIONS = ['base', 'behaviour', 'emotion', 'hand'] as const;
export type TagSection = (typeof TAG_SECTIONS)[number];

export const TAG_STATES = ['any', 'on', 'off', 'people', 'failed', 'hidden'] as const;
export type TagState = (typeof TAG_STATES)[number];

export type TagView = { text: string; section: TagSection | 'all'; state: TagState };
export const START_VIEW: TagView = { text: '', section: 'all', state: 'any' };

/** What the library should hold at least, by kind. */
export const WANTED = { base: 30, behaviour: 50, emotion: 20 } as const satisfies Record<
  (typeof TAG_KINDS)[number],
  number
>;

/** What is known of the tags beside their rows. */
export type TagFacts = {
  carriersOf: (tagId: string) => number;
  hasFailed: (tagId: string) => boolean;
};

const sectionOf = (tag: Tag): TagSection => (tag.rule ? tag.kind : 'hand');
export const isOn = (tag: Tag): boolean => tag.rule !== undefined && tag.isOff !== true;

/** The tags that a view shows, section by section; sections without any are left out. */
export function tagsInView(
  tags: readonly Tag[],
  view: TagView,
  facts: TagFacts,
): { section: TagSection; tags: Tag[] }[] {
  const words = view.text.trim().toLowerCase();
  const shown = tags.filter(
    (tag) =>
      (tag.isHidden === true) === (view.state === 'hidden') &&
      isInState(tag, view.state, facts) &&
      (words === '' || `${tag.name}\n${tag.note ?? ''}`.toLowerCase().includes(words)),
  );
  return TAG_SECTIONS.filter((section) => view.section === 'all' || view.section === section)
    .map((section) => ({ section, tags: shown.filter((tag) => sectionOf(tag) === section) }))
    .filter((part) => part.tags.length > 0);
}

function isInState(tag: Tag, state: TagState, facts: TagFacts): boolean {
  switch (state) {
    case 'on':
      return isOn(tag);
    case 'off':
      return tag.rule !== undefined && tag.isOff === true;
    case 'people':
      return facts.carriersOf(tag.id) > 0;
    case 'failed':
      return facts.hasFailed(tag.id);
    default:
      return true;
  }
}
