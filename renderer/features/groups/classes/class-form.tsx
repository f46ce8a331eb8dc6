import { Button, MultiSelect, Group as Row, Textarea, TextInput } from '@mantine/core';
import { isForbiddenPair } from '@shared/domain/groups/entry.rules';
import { nextGroupName, patternOf } from '@shared/domain/groups/member-class.rules';
import type { MemberClass } from '@shared/domain/groups/member-class.schema';
import { IDENTITIES } from '@shared/domain/members/member.schema';
import { parseCount } from '@shared/domain/sop/sop-count.rules';
import { useState } from 'react';
import { problemText } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { execute } from '@/db/client';
import { saveClass } from '../classes.commands';
import { classesMessages } from './classes.messages';
import classes from './classes.module.css';
import type { ClassFigures } from './use-class-figures';

type Fields = Pick<MemberClass, 'name' | 'identities' | 'channels' | 'regions'>;

/** What the form begins with: a class to change, or what a new one starts from. */
export type ClassStart = { ownClass?: MemberClass; fields?: Fields };

type ClassFormProps = {
  start: ClassStart;
  figures: ClassFigures;
  onSaved: (name: string) => void;
  onCancel: () => void;
};

/** Whom a class takes, and how its groups are named, filled and invited to. */
export function ClassForm({ start, figures, onSaved, onCancel }: ClassFormProps) {
  const t = useMessages(classesMessages);
  const words = useMessages(wordsMessages);
  const { book } = figures;
  const { ownClass } = start;
  const begin = ownClass ?? start.fields;
  const [draft, setDraft] = useState({
    name: begin?.name ?? '',
    identities: begin?.identities ?? [],
    channels: begin?.channels ?? [],
    regions: begin?.regions ?? [],
    groupNamePattern: ownClass?.groupNamePattern ?? '',
    capacity: String(ownClass?.capacity ?? ''),
    invitation: ownClass?.invitation ?? '',
  });
  const [problem, setProblem] = useState<string>();
  const [isTried, setTried] = useState(false);
  const set = (patch: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...patch }));
  const capacity = draft.capacity.trim() === '' ? undefined : parseCount(draft.capacity);
  const isRoomValid =
    capacity === undefined ||
    (capacity.kind === 'count' && capacity.count >= 1 && capacity.count <= 100_000);
  const isNamed = draft.name.trim() !== '';
  const rivals = draft.identities.flatMap((one) =>
    draft.identities.some((other) => isForbiddenPair(book.rules, one, other)) ? [one] : [],
  );
  const sample: MemberClass = {
    id: '',
    rank: 0,
    ...draft,
    name: draft.name.trim() || t('nameSample'),
    capacity: undefined,
  };
  const save = async () => {
    setTried(true);
    if (!isNamed || !isRoomValid) return;
    const fields = {
      ...draft,
      name: draft.name.trim(),
      capacity: capacity?.kind === 'count' ? capacity.count : undefined,
    };
    try {
      await execute(saveClass, {
        ...(ownClass && { classId: ownClass.id }),
        fields,
        // What the roster suggested is narrower than the class it is split from.
        isFirst: !ownClass && draft.regions.length > 0,
        language: book.language,
      });
      onSaved(fields.name);
    } catch (error) {
      setProblem(problemText(error));
    }
  };
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextInput
        data-autofocus
        data-testid="class-name"
        label={t('name')}
        maxLength={60}
        value={draft.name}
        error={isTried && !isNamed ? t('nameMissing') : undefined}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <MultiSelect
        label={t('identities')}
        data-testid="class-identities"
        placeholder={draft.identities.length === 0 ? t('anyIdentity') : ''}
        data={IDENTITIES.map((value) => ({ value, label: words(`identity.${value}`) }))}
        value={draft.identities}
        onChange={(values) =>
          set({ identities: IDENTITIES.filter((identity) => values.includes(identity)) })
        }
      />
      {rivals.length > 0 && (
        <p className={classes.doubt}>
          {t('rivalsInClass', {
            names: rivals.map((it) => words(`identity.${it}`)).join(t('listGap')),
          })}
        </p>
      )}
      <MultiSelect
        label={t('channels')}
        placeholder={draft.channels.length === 0 ? t('anyChannel') : ''}
        description={figures.channels.length === 0 ? t('noChannels') : undefined}
        data={[...new Set([...figures.channels, ...draft.channels])]}
        searchable
        value={draft.channels}
        onChange={(channels) => set({ channels })}
      />
      <MultiSelect
        label={t('regions')}
        data-testid="class-regions"
        placeholder={draft.regions.length === 0 ? t('anyRegion') : ''}
        description={figures.regions.length === 0 ? t('noRegions') : undefined}
        data={[...new Set([...figures.regions, ...draft.regions])]}
        searchable
        value={draft.regions}
        onChange={(regions) => set({ regions })}
      />
      <TextInput
        label={t('pattern')}
        description={t('patternHint', {
          sample: nextGroupName(sample, 0, new Set(), book.language),
        })}
        placeholder={patternOf({ ...sample, groupNamePattern: undefined }, book.language)}
        maxLength={100}
        value={draft.groupNamePattern}
        onChange={(event) => set({ groupNamePattern: event.currentTarget.value })}
      />
      <TextInput
        label={t('capacity')}
        data-testid="class-capacity"
        placeholder={String(book.rules.capacity)}
        inputMode="numeric"
        value={draft.capacity}
        error={isTried && !isRoomValid ? t('capacityInvalid') : undefined}
        onChange={(event) => set({ capacity: event.currentTarget.value })}
      />
      <Textarea
        label={t('invitation')}
        description={t('invitationHint')}
        autosize
        minRows={3}
        maxLength={2000}
        value={draft.invitation}
        onChange={(event) => set({ invitation: event.currentTarget.value })}
      />
      {problem && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
      <Row gap="xs" justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
        <Button type="submit" data-testid="class-save">
          {t('save')}
        </Button>
      </Row>
    </form>
  );
}
