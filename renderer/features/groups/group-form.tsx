import { Button, Group as Row, Select, TextInput } from '@mantine/core';
import { DEFAULT_GROUP_CAPACITY, type Group } from '@shared/domain/groups/group.schema';
import { isNameTaken } from '@shared/domain/groups/group-name.rules';
import { IDENTITIES } from '@shared/domain/members/member.schema';
import { parseCount } from '@shared/domain/sop/sop-count.rules';
import { useState } from 'react';
import { problemText } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useLanguage } from '@/app/i18n/use-language';
import { wordsMessages } from '@/app/i18n/words.messages';
import { execute } from '@/db/client';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { createGroup, editGroup } from './groups.commands';
import { groupsMessages } from './groups.messages';
import classes from './groups.module.css';
import { useClassBook } from './use-groups';

const MAX_CAPACITY = 100_000;

type Draft = Pick<Group, 'name' | 'identity'> & {
  classId: string;
  region: string;
  capacity: string;
};

type GroupFormProps = {
  /** Absent for a new group. */
  group?: Group;
  /** What a new group starts from. */
  start?: Partial<Pick<Group, 'name' | 'identity' | 'region'>>;
  onSaved: (groupId: string, name: string) => void;
  onCancel: () => void;
};

/** Name, class and room of a group; for a new one and for one that exists. */
export function GroupForm({ group, start, onSaved, onCancel }: GroupFormProps) {
  const t = useMessages(groupsMessages);
  const words = useMessages(wordsMessages);
  const [draft, setDraft] = useState<Draft>({
    name: group?.name ?? start?.name ?? '',
    identity: group?.identity ?? start?.identity ?? 'store',
    classId: group?.classId ?? '',
    region: group?.region ?? start?.region ?? '',
    capacity: String(group?.capacity ?? DEFAULT_GROUP_CAPACITY),
  });
  const book = useClassBook();
  const language = useLanguage() === 'en' ? 'en' : 'zh';
  const [problem, setProblem] = useState<string>();
  const [isTried, setTried] = useState(false);
  const capacity = parseCount(draft.capacity);
  const isRoomValid =
    capacity.kind === 'count' && capacity.count >= 1 && capacity.count <= MAX_CAPACITY;
  const isNamed = draft.name.trim() !== '';
  const groups = useLive(() => readDb.rows('groups').all(), []) ?? [];
  const isShared = isNameTaken(groups, draft.name, group?.id);
  const set = (patch: Partial<Draft>) => setDraft((now) => ({ ...now, ...patch }));
  const save = async () => {
    setTried(true);
    if (!isNamed || capacity.kind !== 'count' || !isRoomValid) return;
    const { classId, ...rest } = draft;
    const input = {
      ...rest,
      ...(classId && { classId }),
      name: draft.name.trim(),
      capacity: capacity.count,
    };
    try {
      if (group) await execute(editGroup, { ...input, groupId: group.id, language });
      const id = group?.id ?? (await execute(createGroup, { ...input, phase: 'early' })).groupId;
      onSaved(id, input.name);
    } catch (error) {
      setProblem(problemText(error));
    }
  };
  const identities = IDENTITIES.map((value) => ({
    value,
    label: value === 'unknown' ? t('unclassed') : words(`identity.${value}`),
  }));
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
        autoFocus
        data-testid="group-name"
        label={t('name')}
        placeholder={t('namePlaceholder')}
        maxLength={100}
        value={draft.name}
        {...(isShared && { description: t('nameShared') })}
        error={isTried && !isNamed ? t('nameMissing') : undefined}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <Select
        label={t('ownClass')}
        data={[
          { value: '', label: t('noOwnClass') },
          ...(book?.classes ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={draft.classId}
        allowDeselect={false}
        onChange={(classId) => {
          const [identity, ...others] =
            book?.classes.find(({ id }) => id === classId)?.identities ?? [];
          const isOne = identity !== undefined && others.length === 0;
          set({ classId: classId ?? '', ...(isOne && { identity }) });
        }}
      />
      <Select
        label={t('identity')}
        description={t('identityHint')}
        data={identities}
        value={draft.identity}
        allowDeselect={false}
        disabled={draft.classId !== ''}
        onChange={(value) => set({ identity: IDENTITIES.find((it) => it === value) ?? 'unknown' })}
      />
      <TextInput
        label={t('region')}
        description={t('regionHint')}
        maxLength={100}
        value={draft.region}
        onChange={(event) => set({ region: event.currentTarget.value })}
      />
      <TextInput
        label={t('capacity')}
        description={t('capacityHint')}
        inputMode="numeric"
        value={draft.capacity}
        error={isTried && !isRoomValid ? t('capacityInvalid') : undefined}
        onChange={(event) => set({ capacity: event.currentTarget.value })}
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
        <Button type="submit" data-testid="group-save">
          {t('save')}
        </Button>
      </Row>
    </form>
  );
}
