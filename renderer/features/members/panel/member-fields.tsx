import { Select } from '@mantine/core';
import { readTypedPhone } from '@shared/domain/members/member.rules';
import { IDENTITIES, type Member } from '@shared/domain/members/member.schema';
import type { ReactNode } from 'react';
import { problemText, showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { InlineEdit } from '@/ui/inline-edit';
import type { FacetValue, MemberFacets } from '@/workers/index/list-types';
import { editMember, type MemberPatch } from '../members.commands';
import { membersMessages } from '../members.messages';
import { panelMessages } from './panel.messages';
import classes from './panel.module.css';

const GENDERS = ['female', 'male'] as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
type TextField = 'wechatId' | 'groupNickname' | 'address' | 'channel' | 'region' | 'note';

type MemberFieldsProps = { member: Member; facets: MemberFacets | undefined };

/** Everything that is kept of a person, in groups; a click on a value edits it. */
export function MemberFields({ member, facets }: MemberFieldsProps) {
  const t = useMessages(panelMessages);
  const list = useMessages(membersMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();

  async function edit(patch: MemberPatch): Promise<void> {
    await execute(editMember, { memberId: member.id, who: member.name, patch });
    showDone(t('saved', { name: patch.name ?? member.name }), { undo: true });
  }
  /** What is wrong, in words; nothing once it is durable. */
  const save = (patch: MemberPatch) => edit(patch).then(() => undefined, problemText);
  const choose = (patch: MemberPatch) => void edit(patch).catch(showProblem);

  async function savePhone(text: string) {
    const typed = readTypedPhone(text);
    if (typed.kind === 'problem') return list(`phoneProblem.${typed.problem}`);
    return save({ phone: typed.kind === 'phone' ? typed.phone : null });
  }
  const text = (field: TextField, more: { isLong?: boolean; from?: FacetValue[] } = {}) => (
    <Field label={t(field)}>
      <InlineEdit
        label={t(field)}
        testId={`member-${field}`}
        value={member[field] ?? ''}
        {...(field === 'address' && member.address
          ? { shown: format.address(member.address) }
          : {})}
        placeholder={t('addValue')}
        isLong={more.isLong === true}
        {...(more.from
          ? { suggestions: more.from.map(({ value }) => value).filter((value) => value !== '') }
          : {})}
        onSave={(value) => save({ [field]: value === '' ? null : value })}
      />
    </Field>
  );
  const shownPhone = member.phone ? format.phone(member.phone) : '';

  return (
    <>
      <Group title={t('contact')}>
        <Field label={t('name')}>
          <InlineEdit
            label={t('name')}
            testId="member-name"
            value={member.name}
            placeholder={t('addValue')}
            onSave={async (name) => (name === '' ? t('nameMissing') : save({ name }))}
          />
        </Field>
        <Field label={t('phone')}>
          <InlineEdit
            label={t('phone')}
            testId="member-phone"
            value={member.phone?.replace(/^\+86/, '') ?? ''}
            shown={shownPhone}
            placeholder={member.phoneMasked ?? t('addValue')}
            onSave={savePhone}
          />
        </Field>
        {text('wechatId')}
        {text('groupNickname')}
        {text('address')}
      </Group>
      <Group title={t('classes')}>
        <Field label={t('identity')}>
          <Select
            size="xs"
            data-testid="member-identity"
            aria-label={t('identity')}
            allowDeselect={false}
            value={member.identity}
            data={IDENTITIES.map((value) => ({ value, label: words(`identity.${value}`) }))}
            onChange={(value) => {
              const identity = IDENTITIES.find((it) => it === value);
              if (identity) choose({ identity });
            }}
          />
        </Field>
        {text('channel', { from: facets?.channel ?? [] })}
        {text('region', { from: facets?.region ?? [] })}
      </Group>
      <Group title={t('about')}>
        <Field label={t('gender')}>
          <Select
            size="xs"
            aria-label={t('gender')}
            placeholder={t('noGender')}
            clearable
            value={member.gender ?? null}
            data={GENDERS.map((value) => ({ value, label: words(`gender.${value}`) }))}
            onChange={(value) => choose({ gender: GENDERS.find((it) => it === value) ?? null })}
          />
        </Field>
        <Field label={t('birthday')}>
          <InlineEdit
            label={t('birthday')}
            value={member.birthday ?? ''}
            placeholder={t('addValue')}
            onSave={async (day) => {
              if (day !== '' && !isDay(day)) return t('birthdayProblem');
              return save({ birthday: day === '' ? null : day });
            }}
          />
        </Field>
        {text('note', { isLong: true })}
        {member.wecomId && <Fixed label={t('wecomId')} value={member.wecomId} />}
        {member.backOfficeId && <Fixed label={t('backOfficeId')} value={member.backOfficeId} />}
        <Fixed label={t('source')} value={words(`memberSource.${member.source}`)} />
        {member.joinedAt !== undefined && (
          <Fixed label={t('joinedAt')} value={format.date(member.joinedAt)} />
        )}
      </Group>
    </>
  );
}

const isDay = (text: string) => DAY.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.section}>
      <h3>{title}</h3>
      <dl className={classes.fields}>{children}</dl>
    </section>
  );
}

function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={classes.field}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Fixed({ label, value }: { label: string; value: string }) {
  return (
    <Field label={label}>
      <span className={classes.fixed}>{value}</span>
    </Field>
  );
}
