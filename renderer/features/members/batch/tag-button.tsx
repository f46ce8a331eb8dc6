import { Button, Popover, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { type PickedTag, TagPicker } from '@/features/tags';
import { batchMessages } from './batch.messages';

/** How the tag is given: a moment at which it runs out, `null` for never, and why. */
export type TagTerms = { expiresAt?: number | null; reason?: string };

const VALID = ['own', 'forever', '7', '30', '90', '365'] as const;
type Valid = (typeof VALID)[number];
const DAY_MS = 86_400_000;

function termsOf(valid: Valid, reason: string): TagTerms {
  const why = reason.trim() === '' ? {} : { reason: reason.trim() };
  if (valid === 'own') return why;
  if (valid === 'forever') return { ...why, expiresAt: null };
  return { ...why, expiresAt: Date.now() + Number(valid) * DAY_MS };
}

type TagButtonProps = {
  label: string;
  testId: string;
  isBusy: boolean;
  /** Taking a tag off asks neither how long nor why. */
  hasTerms: boolean;
  onPick: (tag: PickedTag, terms: TagTerms) => void;
};

/** Chooses a tag above the bar. */
export function TagButton({ label, testId, isBusy, hasTerms, onPick }: TagButtonProps) {
  const t = useMessages(batchMessages);
  const [isOpen, setIsOpen] = useState(false);
  const [valid, setValid] = useState<Valid>('own');
  const [reason, setReason] = useState('');
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="top" shadow="md" returnFocus>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="light"
          loading={isBusy}
          data-testid={testId}
          onClick={() => setIsOpen((before) => !before)}
        >
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={8}>
        <Stack gap={8}>
          {hasTerms && (
            <>
              <Select
                size="xs"
                w={180}
                aria-label={t('validFor')}
                data-testid={`${testId}-valid`}
                allowDeselect={false}
                comboboxProps={{ withinPortal: false }}
                value={valid}
                data={VALID.map((value) => ({
                  value,
                  label:
                    value === 'own' || value === 'forever'
                      ? `${t('validFor')}: ${t(`valid.${value}`)}`
                      : `${t('validFor')}: ${t('valid.days', { n: value })}`,
                }))}
                onChange={(next) => setValid(VALID.find((it) => it === next) ?? 'own')}
              />
              <TextInput
                size="xs"
                w={180}
                maxLength={500}
                placeholder={t('reason')}
                aria-label={t('reason')}
                data-testid={`${testId}-reason`}
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
            </>
          )}
          <TagPicker
            testId={`${testId}-picker`}
            autoFocus
            isInline
            onPick={(tag) => {
              setIsOpen(false);
              onPick(tag, termsOf(valid, reason));
            }}
          />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
