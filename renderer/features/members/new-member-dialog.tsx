import {
  Autocomplete,
  Button,
  Group,
  Modal,
  Select,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core';
import { readTypedPhone } from '@shared/domain/members/member.rules';
import { IDENTITIES, type Identity } from '@shared/domain/members/member.schema';
import { type FormEvent, useState } from 'react';
import { problemText, showDone } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { execute } from '@/db/client';
import { useReturnFocus } from '@/ui/use-return-focus';
import type { FacetValue, MemberFacets } from '@/workers/index/list-types';
import { createMember } from './members.commands';
import { membersMessages } from './members.messages';
import { panelMessages } from './panel/panel.messages';

type NewMemberDialogProps = {
  facets: MemberFacets | undefined;
  onClose: () => void;
  onCreated: (memberId: string) => void;
};

type Draft = {
  name: string;
  phone: string;
  wechatId: string;
  identity: Identity;
  channel: string;
  region: string;
  note: string;
};
const BLANK: Draft = {
  name: '',
  phone: '',
  wechatId: '',
  identity: 'unknown',
  channel: '',
  region: '',
  note: '',
};

/** One person typed in by hand. */
export function NewMemberDialog({ facets, onClose, onCreated }: NewMemberDialogProps) {
  useReturnFocus();
  const t = useMessages(membersMessages);
  const field = useMessages(panelMessages);
  const words = useMessages(wordsMessages);
  const [draft, setDraft] = useState(BLANK);
  const [problems, setProblems] = useState<{ name?: string; phone?: string; all?: string }>({});
  const change = (patch: Partial<Draft>) => setDraft((before) => ({ ...before, ...patch }));

  async function save(event: FormEvent) {
    event.preventDefault();
    const name = draft.name.trim();
    const phone = readTypedPhone(draft.phone);
    const wrong = {
      ...(name === '' ? { name: t('nameMissing') } : {}),
      ...(phone.kind === 'problem' ? { phone: t(`phoneProblem.${phone.problem}`) } : {}),
    };
    setProblems(wrong);
    if (Object.keys(wrong).length > 0) return;
    try {
      const { phone: _, ...texts } = draft;
      const { memberId } = await execute(createMember, {
        fields: { ...texts, name, ...(phone.kind === 'phone' ? { phone: phone.phone } : {}) },
      });
      onClose();
      onCreated(memberId);
      showDone(t('created', { name }), { undo: true });
    } catch (error) {
      setProblems({ all: problemText(error) });
    }
  }

  return (
    <Modal opened onClose={onClose} title={t('newTitle')} size={440}>
      <form noValidate onSubmit={(event) => void save(event)}>
        <Stack gap="sm">
          <TextInput
            label={field('name')}
            data-testid="new-member-name"
            data-autofocus
            maxLength={200}
            value={draft.name}
            error={problems.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <TextInput
            label={field('phone')}
            data-testid="new-member-phone"
            inputMode="tel"
            value={draft.phone}
            error={problems.phone}
            onChange={(event) => change({ phone: event.currentTarget.value })}
          />
          <Group grow align="flex-start">
            <TextInput
              label={field('wechatId')}
              maxLength={100}
              value={draft.wechatId}
              onChange={(event) => change({ wechatId: event.currentTarget.value })}
            />
            <Select
              label={field('identity')}
              allowDeselect={false}
              value={draft.identity}
              data={IDENTITIES.map((value) => ({ value, label: words(`identity.${value}`) }))}
              onChange={(value) =>
                change({ identity: IDENTITIES.find((it) => it === value) ?? 'unknown' })
              }
            />
          </Group>
          <Group grow align="flex-start">
            <Autocomplete
              label={field('channel')}
              maxLength={100}
              data={known(facets?.channel)}
              value={draft.channel}
              onChange={(channel) => change({ channel })}
            />
            <Autocomplete
              label={field('region')}
              maxLength={100}
              data={known(facets?.region)}
              value={draft.region}
              onChange={(region) => change({ region })}
            />
          </Group>
          <Textarea
            label={field('note')}
            autosize
            minRows={2}
            maxRows={5}
            maxLength={5000}
            value={draft.note}
            onChange={(event) => change({ note: event.currentTarget.value })}
          />
          {problems.all !== undefined && (
            <div role="alert" style={{ color: 'var(--q-red-text)', fontSize: 'var(--q-size-13)' }}>
              {problems.all}
            </div>
          )}
          <Group justify="flex-end" gap="xs" mt="xs">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" data-testid="new-member-save">
              {t('newSave')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

const known = (values: FacetValue[] | undefined) =>
  (values ?? []).map(({ value }) => value).filter((value) => value !== '');
