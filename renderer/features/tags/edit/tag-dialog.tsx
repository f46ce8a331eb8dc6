import {
  Button,
  Group,
  Modal,
  NumberInput,
  SegmentedControl,
  Stack,
  Switch,
  Textarea,
  TextInput,
} from '@mantine/core';
import { TAG_KINDS, type Tag } from '@shared/domain/tags/tag.schema';
import type { FormEvent } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { RuleBuilder } from '@/features/segments';
import { useReturnFocus } from '@/ui/use-return-focus';
import { tagEditMessages } from './tag-edit.messages';
import { TrialPart } from './trial-part';
import { useTagDraft } from './use-tag-draft';

const MOST_DAYS = 3660;

/** A tag's name, kind, meaning and rule; without `tag` a new one. */
export function TagDialog({ tag, onClose }: { tag?: Tag; onClose: () => void }) {
  useReturnFocus();
  const t = useMessages(tagEditMessages);
  const words = useMessages(wordsMessages);
  const { draft, change, problem, rule, isBroken, save } = useTagDraft(tag, onClose);

  function submit(event: FormEvent) {
    event.preventDefault();
    void save();
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t(tag ? 'edit' : 'add')}
      size={draft.hasRule ? 1080 : 480}
      data-testid="tag-dialog"
    >
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          <TextInput
            label={t('name')}
            data-testid="tag-name"
            data-autofocus
            maxLength={60}
            value={draft.name}
            error={problem}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <SegmentedControl
            aria-label={t('kind')}
            value={draft.kind}
            data={TAG_KINDS.map((value) => ({ value, label: words(`tagKind.${value}`) }))}
            onChange={(value) => change({ kind: TAG_KINDS.find((it) => it === value) ?? 'base' })}
          />
          <Textarea
            label={t('note')}
            placeholder={t('notePlaceholder')}
            autosize
            minRows={2}
            maxRows={4}
            maxLength={500}
            value={draft.note}
            onChange={(event) => change({ note: event.currentTarget.value })}
          />
          <NumberInput
            label={t('validDays')}
            description={t('validDaysHint')}
            data-testid="tag-valid-days"
            w={220}
            min={1}
            max={MOST_DAYS}
            allowDecimal={false}
            clampBehavior="strict"
            hideControls
            value={draft.validDays ?? ''}
            onChange={(value) =>
              change({ validDays: typeof value === 'number' ? value : undefined })
            }
          />
          <Switch
            label={t('hasRule')}
            description={t('hasRuleHint')}
            data-testid="tag-has-rule"
            checked={draft.hasRule}
            onChange={(event) => change({ hasRule: event.currentTarget.checked })}
          />
          {draft.hasRule && (
            <>
              <RuleBuilder value={rule} onChange={(next) => change({ rule: next })} />
              <TrialPart tagId={tag?.id} rule={rule} />
            </>
          )}
          <Group justify="flex-end" gap="xs" mt="xs">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" data-testid="tag-save" disabled={isBroken}>
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
